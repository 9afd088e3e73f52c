import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { type BackupSequence, type BackupWriter, writeBackup } from "./backup-file";
import { copyOut } from "./copy";
import { readingEverything } from "./reading-everything";
import { ownerRole } from "./roles";
import { digestOf, steadyText, type Table, tablesOf } from "./tables";

export type Backup = {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly sha256: string;
};

async function appliedMigrations(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  const { rows: made } = await client.query<{ made: boolean }>(
    "select to_regclass('public._prisma_migrations') is not null as made",
  );
  if (!made[0]?.made) throw new Error("This database is empty: there is nothing to back up.");
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished from _prisma_migrations
     where rolled_back_at is null order by migration_name`,
  );
  const cutOff = rows.find(({ finished }) => !finished);
  if (cutOff) throw new Error(`The migration ${cutOff.name} was cut off: resolve it first.`);
  return rows.map(({ name, checksum }) => ({ name, checksum }));
}

/** A counter may be ahead of what is seen of the tables, never behind it: numbers are left out then, not given twice. */
async function sequencesOf(client: pg.Client): Promise<BackupSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and c.relowner = $1::regrole order by 1`,
    [ownerRole],
  );
  const sequences: BackupSequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    sequences.push({ name, value: state[0]?.value ?? "1", isCalled: state[0]?.called ?? false });
  }
  return sequences;
}

/**
 * Writes all data of a database into one compressed file, as they were at one moment, while others go on working. Roles and
 * passwords of the database's logins are not in it, nor is the job queue, which holds nothing but the schedule. `snapshot`
 * names a moment that another transaction exported.
 */
export async function backup(ownerUrl: string, file: string, now: Date, snapshot?: string): Promise<Backup> {
  await mkdir(path.dirname(file), { recursive: true });
  return readingEverything(
    ownerUrl,
    async (client) => {
      const { rows: server } = await client.query<{ server_version: string }>("show server_version");
      const writer = await writeBackup(file, {
        madeAt: now.toISOString(),
        postgres: server[0]?.server_version ?? "",
        migrations: await appliedMigrations(client),
      });
      try {
        await client.query(steadyText);
        const tables = await tablesOf(client);
        let rows = 0;
        for (const table of tables) rows += await writeTable(client, writer, table);
        await writer.write({ kind: "sequences", sequences: await sequencesOf(client) });
        const sha256 = await writer.finish();
        return { file, bytes: (await stat(file)).size, tables: tables.length, rows, sha256 };
      } catch (error) {
        await writer.abandon();
        throw error;
      }
    },
    snapshot,
  );
}

async function writeTable(client: pg.Client, writer: BackupWriter, { name, columns }: Table): Promise<number> {
  await writer.write({ kind: "table", name, columns: [...columns] });
  for await (const chunk of copyOut(client, `copy ${name} (${columns.join(", ")}) to stdout`)) await writer.data(chunk);
  const end = await digestOf(client, name);
  await writer.write({ kind: "end", ...end });
  return Number(end.rows);
}
