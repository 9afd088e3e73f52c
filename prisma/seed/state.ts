import type pg from "pg";

const unfinished = "demo program: loading, or loading was interrupted";

/** Nothing in it, a demo program that was begun and not finished, or something whole. */
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

/** Fills an empty database; until `fill` has ended the database says that it is not whole. */
export async function fillOnce<T>(owner: pg.Client, fill: () => Promise<T>): Promise<T> {
  // One at a time: the second would otherwise mark what the first has just made whole.
  await owner.query("select pg_advisory_lock(72707372)");
  if ((await seedState(owner)) !== "empty")
    throw new Error("This database has data; the demo program is for an empty one.");
  await owner.query(`comment on table installation is '${unfinished}'`);
  const value = await fill();
  await owner.query("comment on table installation is null");
  return value;
}
