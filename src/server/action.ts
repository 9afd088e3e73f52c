import { refresh } from "next/cache";
import { headers } from "next/headers";
import { err, type Result } from "@/kernel/result";
import { viewer } from "./auth/viewer";
import { newId } from "./ids";
import { comesFromOurPages } from "./origin";
import { execute, type UseCase } from "./use-case";

/** What a form gets back when it was sent before the page answered to events: the outcome and what had been typed. */
export type FormState<Value> = { readonly result: Result<Value>; readonly values: Record<string, string> } | null;

export type Action<Value> = {
  (input: unknown): Promise<Result<Value>>;
  (previous: FormState<Value>, form: FormData): Promise<FormState<Value>>;
};

/** Form fields named with dots become nested objects; React's own fields are left out. */
function nested(form: FormData): { values: Record<string, string>; input: unknown } {
  const values: Record<string, string> = {};
  const input: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    values[name] = value;
    const parts = name.split(".");
    const last = parts.pop() ?? name;
    let place = input;
    for (const part of parts) {
      if (part === "__proto__") continue;
      const next = place[part];
      const child: Record<string, unknown> = isRecord(next) ? next : {};
      place[part] = child;
      place = child;
    }
    if (last !== "__proto__") place[last] = value;
  }
  return { values, input };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Makes a use case callable from the browser. Whoever can reach the server can call it, with any input and from any page, so
 * it checks origin and session itself; the use case checks permission, input and row.
 */
export function action<Input, Value>(definition: UseCase<Input, Value>): Action<Value> {
  async function perform(input: unknown): Promise<Result<Value>> {
    const sent = await headers();
    if (!comesFromOurPages(sent)) return err({ code: "forbidden" });
    const current = await viewer();
    if (!current) return err({ code: "unauthenticated" });
    if (current.owesSecondFactor && !definition.beforeSecondFactor)
      return err({ code: "refused", reason: "failures.secondFactorFirst" });
    const requestId = sent.get("x-request-id") ?? undefined;
    const session = { id: current.sessionId, provedAt: current.provedAt };
    const result = await execute(definition, current.actor, input, { now: new Date(), newId, requestId, session });
    if (result.ok) refresh();
    return result;
  }

  async function call(first: unknown, form?: unknown): Promise<unknown> {
    if (!(form instanceof FormData)) return perform(first);
    const { values, input } = nested(form);
    return { result: await perform(input), values };
  }
  // The two call shapes are told apart at run time, which an implementation signature cannot say.
  return call as Action<Value>;
}
