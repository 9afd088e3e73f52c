import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { ownerRole } from "./roles";

// The lock Prisma takes for its own migrations, so that the two never run at once.
const migrationLock = 72707369;
const outside = "-- no-transaction";

const bookkeeping = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The migrations of a folder, in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function pending(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    `select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null`,
  );
  for (const row of rows) {
    const known = migrations.find((migration) => migration.name === row.migration_name);
    if (!known)
      throw new Error(`The database has the migration ${row.migration_name}, which this version does not know.`);
    if (known.checksum !== row.checksum)
      throw new Error(`The migration ${row.migration_name} was edited after it was applied.`);
    if (!row.finished_at)
      throw new Error(`The migration ${row.migration_name} failed earlier and has to be resolved first.`);
  }
  const done = new Set(rows.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/** Makes the table in which migrations are recorded. */
export async function startMigrations(client: pg.Client): Promise<void> {
  await client.query(bookkeeping);
}

/** Records that a migration was applied. */
export async function recordMigration(client: pg.Client, { name, checksum }: Migration): Promise<void> {
  await client.query(
    `insert into "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) values ($1, $2, now(), $3, 1)`,
    [randomUUID(), checksum, name],
  );
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { name, sql } = migration;
  if (sql.startsWith(outside)) {
    await client.query(sql);
    await recordMigration(client, migration);
    return;
  }
  await client.query("begin");
  try {
    await client.query(sql);
    await recordMigration(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(
      `The migration ${name} failed and left nothing behind: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
}

/**
 * Applies what is missing of a migrations folder, in order, and records it as `prisma migrate deploy` does. Script and record
 * share a transaction. Everything made belongs to the owner role. Returns the names of what was applied.
 */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`set role ${ownerRole}`);
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await startMigrations(client);
    const missing = await pending(client, readMigrations(folder));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}
