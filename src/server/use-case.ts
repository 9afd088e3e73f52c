import type { z } from "zod";
import type { Permission } from "@/kernel/access";
import { can } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";
import type { Failure } from "@/kernel/failure";
import { err, ok, type Result } from "@/kernel/result";
import { asSystem, isSerializationFailure, type Tx, withActor } from "./db";
import { type EventDraft, writeEvents } from "./events";
import { log } from "./log";
import { countUseCase } from "./metrics-endpoint";

export type Context = {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly now: Date;
  readonly newId: () => string;
  /** The session it is done in; null where no browser asks for it. */
  readonly sessionId: string | null;
  /** Only for use cases that declare `escalates`. */
  readonly asSystem: <T>(work: () => Promise<T>) => Promise<T>;
};

export type Outcome<T> = { readonly value: T; readonly events: readonly EventDraft[] };

export type UseCase<Input, Value> = {
  readonly name: string;
  readonly permission: Permission;
  /** What it does as the system on the actor's behalf, in words for the auditor. */
  readonly escalates?: readonly string[];
  /** Asks for password or code again where the last proof is too old. */
  readonly sensitive?: boolean;
  /** Open to who has still to set up the second factor that is asked of them. */
  readonly beforeSecondFactor?: boolean;
  /** How long its transaction may take, in milliseconds, where that is longer than usual. */
  readonly timeLimit?: number;
  readonly input: z.ZodType<Input>;
  run(context: Context, input: Input): Promise<Result<Outcome<Value>>>;
};

/** Declares one verb of the product. Types follow from `input` and `run`. */
export function useCase<Input, Value>(definition: UseCase<Input, Value>): UseCase<Input, Value> {
  return definition;
}

export type Caller = {
  readonly now: Date;
  readonly newId: () => string;
  /** The request or the clock it is done for, by which its line in the log is found. */
  readonly requestId?: string | undefined;
  /** The session it is done in, where a browser asks for it; it has to last until everything is written. */
  readonly session?: { readonly id: string; readonly provedAt: Date };
};

const proofMinutes = 10;

function isProofOld({ now, session }: Caller): boolean {
  return session !== undefined && now.getTime() - session.provedAt.getTime() > proofMinutes * 60_000;
}

class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super("rolled back");
  }
}

function fieldsOf(error: z.ZodError): Failure {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    // A schema of ours speaks message keys; anything else is a malformed request.
    fields[path] ??= issue.message.includes(".") && !issue.message.includes(" ") ? issue.message : "failures.malformed";
  }
  return { code: "invalid", fields };
}

/**
 * Does a use case for an actor: may they, is the input well-formed, one transaction scoped by row-level security, events in
 * the same transaction. Server actions, routes, jobs and imports all come through here. Time and ids come from the caller.
 * A failure rolls everything back. Two attempts follow a deadlock, because both sides of it were innocent.
 */
export async function execute<Input, Value>(
  definition: UseCase<Input, Value>,
  actor: Actor,
  input: unknown,
  caller: Caller,
): Promise<Result<Value>> {
  const started = performance.now();
  let outcome = "error";
  try {
    const result = await attempt(definition, actor, input, caller);
    outcome = result.ok ? "ok" : result.failure.code;
    return result;
  } finally {
    const ms = performance.now() - started;
    countUseCase(definition.name, outcome, ms / 1000);
    writeLine(definition.name, actor, caller, { outcome, ms: Math.round(ms) });
  }
}

/** A line of the log for what a request or a clock asked for; programs of the command line say themselves what they do. */
function writeLine(name: string, actor: Actor, { requestId }: Caller, ended: { outcome: string; ms: number }): void {
  if (!requestId) return;
  const by = actor.kind === "person" ? { person: actor.personId } : { cause: actor.cause };
  log.info({ requestId, useCase: name, ...by, ...ended }, "use case");
}

async function attempt<Input, Value>(
  definition: UseCase<Input, Value>,
  actor: Actor,
  input: unknown,
  caller: Caller,
): Promise<Result<Value>> {
  if (!can(actor, definition.permission)) return err({ code: "forbidden" });
  if (actor.kind === "person" && actor.onlyLooks) return err({ code: "refused", reason: "failures.onlyLooks" });
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) return err(fieldsOf(parsed.error));
  if (definition.sensitive && isProofOld(caller)) return err({ code: "unproved" });

  for (let tries = 1; ; tries += 1) {
    try {
      return ok(
        await withActor(actor, (tx) => runOnce(definition, actor, tx, parsed.data, caller), definition.timeLimit),
      );
    } catch (error) {
      if (error instanceof RolledBack) return err(error.failure);
      if (tries < 3 && isSerializationFailure(error)) continue;
      throw error;
    }
  }
}

async function runOnce<Input, Value>(
  definition: UseCase<Input, Value>,
  actor: Actor,
  tx: Tx,
  input: Input,
  caller: Caller,
): Promise<Value> {
  const escalate: Context["asSystem"] = (work) => {
    if (!definition.escalates) throw new Error(`${definition.name} does not declare that it acts as the system`);
    return asSystem(tx, actor, "policy", work);
  };
  const { now, newId } = caller;
  const sessionId = caller.session?.id ?? null;
  const result = await definition.run({ actor, tx, now, newId, sessionId, asSystem: escalate }, input);
  if (!result.ok) throw new RolledBack(result.failure);
  await writeEvents(tx, result.value.events, { actor, now, newId });
  if (caller.session && actor.kind === "person" && !(await holds(tx, caller.session.id, actor.personId, now)))
    throw new RolledBack({ code: "unauthenticated" });
  return result.value.value;
}

/** Whether the session lasts until the end of the transaction: whoever ends it meanwhile has to wait, or is seen here. */
async function holds(tx: Tx, sessionId: string, personId: string, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    select identity.holds(${sessionId}::uuid, ${personId}::uuid, ${now}) as held`;
  return row?.held ?? false;
}
