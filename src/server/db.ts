import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { can, scopeOf } from "@/kernel/access";
import type { Actor, PersonActor, SystemActor } from "@/kernel/actor";
import { env } from "./env";
import { Prisma, PrismaClient } from "./generated/prisma/client";
import { log } from "./log";
import { oneAtATime } from "./one-at-a-time";

/** One transaction, scoped to an actor. The only way to a table. */
export type Tx = Prisma.TransactionClient;

type Pools = { app?: PrismaClient; auth?: pg.Pool };

// One pool per process, also when a development server reloads this module.
const pools = (globalThis as unknown as { ententePools?: Pools }).ententePools ?? {};
(globalThis as unknown as { ententePools?: Pools }).ententePools = pools;

/**
 * A pool that outlives the loss of its connections, as when PostgreSQL restarts: where nobody waits for one at that moment, an
 * error nobody listens to would end the process.
 */
function poolOf(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  const lost = (error: Error) => log.warn({ err: error }, "a connection to the database was lost");
  pool.on("connect", (client) => {
    client.on("error", lost);
    oneAtATime(client);
  });
  // The pool says it again of those that are idle.
  pool.on("error", () => {});
  return pool;
}

function app(): PrismaClient {
  pools.app ??= new PrismaClient({
    adapter: new PrismaPg(poolOf(env().APP_DATABASE_URL, 12), { disposeExternalPool: true }),
  });
  return pools.app;
}

/** The pool that reads credentials and sessions, before an actor is known. */
export function authPool(): pg.Pool {
  pools.auth ??= poolOf(env().AUTH_DATABASE_URL, 6);
  return pools.auth;
}

/** Ends all connections of this process; for tests and an orderly stop. */
export async function disconnect(): Promise<void> {
  await Promise.all([pools.app?.$disconnect(), pools.auth?.end()]);
  pools.app = undefined;
  pools.auth = undefined;
}

type DatabaseRole =
  | "entente_partner"
  | "entente_partner_own"
  | "entente_vendor_all"
  | "entente_vendor_scoped"
  | "entente_system";

/** The database role whose policies show an actor exactly the rows the role matrix allows. */
export function databaseRole(actor: Actor): DatabaseRole {
  if (actor.kind === "system") return "entente_system";
  const scope = scopeOf(actor, "deal.read");
  if (actor.side === "vendor") return scope === "all" ? "entente_vendor_all" : "entente_vendor_scoped";
  return scope === "company" ? "entente_partner" : "entente_partner_own";
}

async function scopeTo(tx: Tx, actor: Actor): Promise<void> {
  const person = actor.kind === "person" ? actor.personId : "";
  const partner = actor.kind === "person" ? (actor.partnerId ?? "") : "";
  const internal = can(actor, "deal.internal.read") ? "yes" : "no";
  const drafts = can(actor, "policy.draft.read") ? "yes" : "no";
  const records = can(actor, "record.read") && (actor.kind === "system" || actor.side === "vendor") ? "yes" : "no";
  await tx.$executeRaw`select set_config('role', ${databaseRole(actor)}, true),
    set_config('entente.person_id', ${person}, true), set_config('entente.partner_id', ${partner}, true),
    set_config('entente.reads_internal', ${internal}, true), set_config('entente.reads_drafts', ${drafts}, true),
    set_config('entente.reads_records', ${records}, true)`;
}

/**
 * Opens one transaction in which row-level security shows only the actor's rows, and runs `work` in it.
 * All settings are local to the transaction, so a pooled connection never carries them further. `timeout` is in milliseconds.
 */
export function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, timeout = 15_000): Promise<T> {
  return app().$transaction(
    async (tx) => {
      await scopeTo(tx, actor);
      return work(tx);
    },
    { timeout, maxWait: 10_000 },
  );
}

/**
 * Runs one step of an open transaction as the system, then returns to the actor: for what a rule decides at once
 * (conflict search, automatic decision). A use case must declare that it does so.
 */
export async function asSystem<T>(tx: Tx, actor: Actor, cause: "policy", work: () => Promise<T>): Promise<T> {
  await scopeTo(tx, { kind: "system", cause });
  const value = await work();
  await scopeTo(tx, actor);
  return value;
}

/**
 * Reads with the eyes of a person in an open transaction of the system, then returns to the system: for what is told to somebody
 * while they are not there.
 */
export async function asSeenBy<T>(
  tx: Tx,
  system: SystemActor,
  person: PersonActor,
  read: () => Promise<T>,
): Promise<T> {
  await scopeTo(tx, person);
  const value = await read();
  await scopeTo(tx, system);
  return value;
}

/** True when a read or write failed because another transaction won: safe to try again from the start. */
export function isSerializationFailure(error: unknown): boolean {
  const text = error instanceof Error ? JSON.stringify({ ...error, message: error.message }) : "";
  return text.includes("40P01") || text.includes("40001");
}

export { Prisma };
