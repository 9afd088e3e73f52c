import type pg from "pg";
import { Refused } from "./refused";

const unfinished = "loading, or loading was interrupted";

// What migrations and a running worker write without anybody having put data in.
const filledByItself = ["_prisma_migrations", "reason_code", "record_kind", "workflow_move", "worker_heartbeat"];

/** Nothing in it, something that was begun and not finished, or something whole. */
export type SeedState = "empty" | "unfinished" | "filled";

/** How far a database was filled; it may have no tables yet. */
export async function seedState(owner: pg.Client): Promise<SeedState> {
  const { rows } = await owner.query<{ migrated: boolean }>(
    "select to_regclass('public.installation') is not null as migrated",
  );
  if (!rows[0]?.migrated) return "empty";
  await owner.query("set role entente_owner");
  const { rows: found } = await owner.query<{ filled: boolean; note: string | null }>(
    "select exists (select from installation) as filled, obj_description('installation'::regclass) as note",
  );
  if (!found[0]?.filled) return "empty";
  return found[0].note === unfinished ? "unfinished" : "filled";
}

/** The tables that hold rows somebody put there, by the catalogue. Sets the owner's role. */
async function tablesWithData(owner: pg.Client): Promise<string[]> {
  await owner.query("set role entente_owner");
  const { rows: tables } = await owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1",
    [filledByItself],
  );
  const each = tables.map(({ name }) => `select '${name}' as name where exists (select from public.${name})`);
  const { rows } = await owner.query<{ name: string }>(each.join(" union all "));
  return rows.map(({ name }) => name);
}

/** Throws where a database has data, and says what to do: nothing that is there is ever mixed with what a profile brings. */
export async function refuseData(owner: pg.Client, profile: string): Promise<void> {
  const filled = await tablesWithData(owner);
  if (filled.length === 0) return;
  const most = 5;
  const some = `${filled.slice(0, most).join(", ")}${filled.length > most ? ` and ${filled.length - most} more` : ""}`;
  throw new Refused(
    `This database has data (${some}); the profile ${profile} is for an empty one, and nothing is removed.\n` +
      "Create an empty database and name it in DATABASE_URL, or set DATABASE_NAME or DATA_DIR for a new private one.",
  );
}

/** Fills an empty database; until `fill` has ended the database says that it is not whole. */
export async function fillOnce<T>(owner: pg.Client, profile: string, fill: () => Promise<T>): Promise<T> {
  // One at a time: the second would otherwise mark what the first has just made whole.
  await owner.query("select pg_advisory_lock(72707372)");
  await refuseData(owner, profile);
  await owner.query(`comment on table installation is '${unfinished}'`);
  const value = await fill();
  await owner.query("comment on table installation is null");
  return value;
}
