import path from "node:path";
import pg from "pg";
import { type BackupHeader, type BackupReader, checkBackup, readBackup } from "./backup-file";
import { copyIn } from "./copy";
import { type Migration, migrate, readMigrations, recordMigration, startMigrations } from "./migrate";
import { ensureRoles, loginRoles, ownerRole } from "./roles";
import { digestOf, steadyText, tablesOf } from "./tables";

export type Restored = {
  readonly header: BackupHeader;
  readonly tables: number;
  readonly rows: number;
  /** Migrations that this version has beyond those of the backup. */
  readonly applied: readonly string[];
};

const folder = () => path.resolve("prisma/migrations");

/** The migrations a backup's data have been through, in order; throws where this version does not have the same. */
function migrationsOf({ migrations }: BackupHeader, known: readonly Migration[]): Migration[] {
  return migrations.map(({ name, checksum }) => {
    const found = known.find((migration) => migration.name === name);
    if (!found)
      throw new Error(`The backup has the migration ${name}, which this version does not know: use a newer one.`);
    if (found.checksum !== checksum) throw new Error(`The migration ${name} is not the one the backup was made with.`);
    return found;
  });
}

async function refuseWhileUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ login: string }>(
    "select distinct usename::text as login from pg_stat_activity where datname = current_database() and usename = any ($1)",
    [Object.values(loginRoles)],
  );
  if (rows.length > 0)
    throw new Error(`${rows.map(({ login }) => login).join(", ")} is connected: stop web and worker first.`);
}

// What migrations and a worker that runs write by themselves.
const filledByItself = ["public.reason_code", "public.record_kind", "public.workflow_move", "public.worker_heartbeat"];

async function refuseData(client: pg.Client): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    if (filledByItself.includes(name)) continue;
    const { rowCount } = await client.query(`select from ${name} limit 1`);
    if (rowCount)
      throw new Error(
        `This database has data (${name}). Nothing was changed. Restore into an empty one, or say --replace to lose what is there.`,
      );
  }
}

// A list first: names of what is gone with something else cannot be looked up any more.
const dropEverything = `do $$ declare statement text; begin
  foreach statement in array (select coalesce(array_agg(s), '{}') from (
    select format('drop schema %I cascade', nspname) as s from pg_namespace where nspowner = '${ownerRole}'::regrole
    union all select format('drop %s if exists %s cascade', case relkind when 'S' then 'sequence' when 'v' then 'view'
      when 'm' then 'materialized view' else 'table' end, oid::regclass) from pg_class
      where relnamespace = 'public'::regnamespace and relowner = '${ownerRole}'::regrole and relkind in ('r', 'p', 'S', 'v', 'm')
    union all select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc
      where pronamespace = 'public'::regnamespace and proowner = '${ownerRole}'::regrole) d)
  loop execute statement; end loop;
end $$`;

/** Makes the tables anew as the backup's migrations made them. */
async function makeTables(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(dropEverything);
  await startMigrations(client);
  for (const migration of migrations) {
    // Nobody else uses tables that are made in this transaction.
    await client.query(migration.sql.replace(/\bconcurrently\b/gi, ""));
    await recordMigration(client, migration);
  }
}

/** Lets rows in whatever their order, past triggers and row security; returns the statements that put the guards back. */
async function openTables(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows: keys } = await client.query<{ open: string; close: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as open,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as close
     from pg_constraint where contype = 'f' and conrelid = any ($1::text[]::regclass[])`,
    [tables],
  );
  const { rows: forced } = await client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where oid = any ($1::text[]::regclass[]) and relforcerowsecurity",
    [tables],
  );
  for (const { open } of keys) await client.query(open);
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
  for (const name of tables) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${tables.join(", ")}`);
  // From here on the owner is bound by no policy, and would hear of one.
  await client.query("set local row_security = off");
  return [
    "set local row_security = on",
    ...tables.map((name) => `alter table ${name} enable trigger user`),
    ...forced.map(({ name }) => `alter table ${name} force row level security`),
    ...keys.map(({ close }) => close),
  ];
}

/** Fills the tables, and compares each with what the backup says of it. */
async function fillTables(
  client: pg.Client,
  { tables, sequences }: BackupReader,
): Promise<{ tables: number; rows: number }> {
  const known = new Map((await tablesOf(client)).map((table) => [table.name, table.columns]));
  const guards = await openTables(client, [...known.keys()]);
  let filled = { tables: 0, rows: 0 };
  for await (const { name, columns, rows, end } of tables) {
    if (columns.join() !== known.get(name)?.join())
      throw new Error(`The backup's table ${name} is not the one its migrations make. Nothing was restored.`);
    await copyIn(client, `copy ${name} (${columns.join(", ")}) from stdin`, rows);
    const found = await digestOf(client, name);
    if (found.rows !== end().rows || found.digest !== end().digest)
      throw new Error(
        `${name} is not what the backup says: ${found.rows} rows of ${end().rows}. Nothing was restored.`,
      );
    filled = { tables: filled.tables + 1, rows: filled.rows + Number(found.rows) };
  }
  for (const { name, value, isCalled } of sequences())
    await client.query("select setval($1::regclass, $2, $3)", [name, value, isCalled]);
  for (const guard of guards) await client.query(guard);
  return filled;
}

/**
 * Puts a backup into a database, all of it or nothing: tables as they were, with the migrations they had been through, then the
 * migrations this version has beyond them. Refuses a damaged file, an unknown migration, a database that is in use, and one with
 * data unless they are to be replaced.
 */
export async function restore(file: string, ownerUrl: string, { replace = false } = {}): Promise<Restored> {
  const header = await checkBackup(file);
  const migrations = migrationsOf(header, readMigrations(folder()));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await refuseWhileUsed(client);
    await ensureRoles(ownerUrl, {});
    await client.query(`set role ${ownerRole}`);
    if (!replace) await refuseData(client);
    await client.query(steadyText);
    await client.query("begin");
    await makeTables(client, migrations);
    const filled = await fillTables(client, await readBackup(file));
    await client.query("commit");
    const applied = await migrate(ownerUrl, folder());
    await client.query("analyze");
    return { header, ...filled, applied };
  } finally {
    await client.end();
  }
}
