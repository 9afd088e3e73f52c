import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "../../prisma/seed/demo";
import { backup } from "../../scripts/lib/backup";
import { catalogueText } from "../../scripts/lib/catalogue";
import { drillRestore, type RestoreDrill } from "../../scripts/lib/drill-restore";
import { migrate } from "../../scripts/lib/migrate";
import { type Cluster, startPostgres } from "../../scripts/lib/postgres";
import { readingEverything } from "../../scripts/lib/reading-everything";
import { restore } from "../../scripts/lib/restore";
import { ensureRoles } from "../../scripts/lib/roles";
import { digestsOf } from "../../scripts/lib/tables";
import { testDatabaseUrl } from "../support/database";

const folder = mkdtempSync(path.join(tmpdir(), "entente-restore-"));
const file = path.join(folder, "demo.backup.gz");
const now = new Date();
let server: Cluster;
let target = "";
let drill: RestoreDrill;

/** A statement as the one who may do everything on the second server. */
async function there(statement: string, database = "elsewhere"): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: server.url(database) });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}
const digests = (url: string) => readingEverything(url, digestsOf);

/** The backup with something done to what is in it, and its checksum put right where that is asked for. */
function forged(change: (text: string) => string): string {
  const text = change(gunzipSync(readFileSync(file)).toString("latin1"));
  const body = text.slice(0, text.lastIndexOf('{"kind":"checksum"'));
  const sha256 = createHash("sha256").update(body, "latin1").digest("hex");
  const other = path.join(folder, "forged.backup.gz");
  writeFileSync(other, gzipSync(Buffer.from(`${body}${JSON.stringify({ kind: "checksum", sha256 })}\n`, "latin1")));
  return other;
}

beforeAll(async () => {
  await seedDemo(testDatabaseUrl(), now);
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  server = await startPostgres({ folder: path.join(folder, "server"), settings });
  // Whoever runs the product on a server of others is no superuser there.
  await there("create role operator login createrole createdb password 'test'", "postgres");
  await there("create database elsewhere owner operator", "postgres");
  target = server.url("elsewhere", "operator", "test");
  drill = await drillRestore({ sourceUrl: testDatabaseUrl(), targetUrl: target, file, perSecond: 20, seconds: 1 });
}, 240_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup made while people work is what was there at its moment, on another server, for who is no superuser", () => {
  expect(drill.writes.before).toBeGreaterThan(5);
  expect(drill.writes.during + drill.writes.after).toBeGreaterThan(5);
  expect(drill.rows).toBeGreaterThan(10_000);
  expect(drill).toMatchObject({ different: [], lost: 0, broken: [] });
});

/** An empty database of the operator on the second server, with the migrations of a folder. */
async function migrated(name: string, migrations: string): Promise<string> {
  await there(`create database ${name} owner operator`, "postgres");
  const url = server.url(name, "operator", "test");
  await ensureRoles(url, {});
  await migrate(url, migrations);
  return url;
}

test("constraints, policies, grants, triggers and functions are there again as well", async () => {
  const catalogue = (url: string) => readingEverything(url, (client) => catalogueText(client));
  expect(await catalogue(target)).toBe(await catalogue(await migrated("fresh", path.resolve("prisma/migrations"))));
});

test("a backup of an older version goes through the migrations that came since", async () => {
  const names = readdirSync("prisma/migrations")
    .filter((name) => /^\d/.test(name))
    .sort();
  const older = path.join(folder, "migrations");
  mkdirSync(older);
  for (const name of names.slice(0, -2)) symlinkSync(path.resolve("prisma/migrations", name), path.join(older, name));
  const from = await migrated("old", older);
  await there(
    "set role entente_owner; insert into region (id, code, name) values (gen_random_uuid(), 'X', 'X')",
    "old",
  );
  const oldFile = path.join(folder, "old.backup.gz");
  await backup(from, oldFile, now);
  await there("create database old_restored owner operator", "postgres");
  const restored = await restore(oldFile, server.url("old_restored", "operator", "test"));
  expect(restored.applied).toEqual(names.slice(-2));
  expect((await there("select code from region", "old_restored")).rows).toEqual([{ code: "X" }]);
});

test("a backup of what was restored is the same again", async () => {
  const again = path.join(folder, "again.backup.gz");
  await backup(target, again, now);
  const before = await digests(target);
  await restore(again, target, { replace: true });
  expect(await digests(target)).toEqual(before);
});

describe("what is there stays there when a restore", () => {
  const refused: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ["finds data and was not told to replace them", () => restore(file, target), "Nothing was changed"],
    [
      "comes from a version with other migrations",
      () =>
        restore(
          forged((text) => text.replace("_audiences", "_spectators")),
          target,
          { replace: true },
        ),
      "does not know",
    ],
    [
      "comes from a migration that was changed",
      () =>
        restore(
          forged((text) => text.replace(/"checksum":"[0-9a-f]/, '"checksum":"x')),
          target,
          { replace: true },
        ),
      "is not the one",
    ],
    [
      "does not bring what the backup counts",
      () =>
        restore(
          forged((text) => text.replace(/"rows":"(\d+)"/, '"rows":"1$1"')),
          target,
          { replace: true },
        ),
      "is not what the backup says",
    ],
    [
      "brings a table nobody knows",
      () =>
        restore(
          forged((text) => text.replace('"name":"public.clock"', '"name":"pg_catalog.pg_class"')),
          target,
          { replace: true },
        ),
      "is not the one its migrations make",
    ],
    [
      "brings a row that points at nothing",
      () => restore(forged(withoutPartners), target, { replace: true }),
      "violates foreign key constraint",
    ],
  ];
  test.each(refused)("%s", async (_name, attempt, why) => {
    const before = await digests(target);
    await expect(attempt()).rejects.toThrow(why);
    expect(await digests(target)).toEqual(before);
  });

  test("finds somebody at work", async () => {
    await there("alter role entente_app password 'test'");
    const app = new pg.Client({ connectionString: server.url("elsewhere", "entente_app", "test") });
    await app.connect();
    try {
      await expect(restore(file, target, { replace: true })).rejects.toThrow("stop web and worker first");
    } finally {
      await app.end();
    }
  });
});

/** A backup without any partner, whose counts say so. */
function withoutPartners(text: string): string {
  const from = text.indexOf('{"kind":"table","name":"public.partner"');
  const to = text.indexOf('{"kind":"table"', from + 1);
  const head = text.slice(from, text.indexOf("\n", from) + 1);
  return `${text.slice(0, from)}${head}{"kind":"end","rows":"0","digest":"0"}\n${text.slice(to)}`;
}

test("row security that hides rows from the owner makes a backup fail, not shorter", async () => {
  const other = path.join(folder, "short.backup.gz");
  const narrower = "create policy narrower on deal as restrictive to entente_owner using (status <> 'draft')";
  await there(`set role entente_owner; ${narrower}`);
  try {
    await expect(backup(target, other, now)).rejects.toThrow("Row security hides rows of deal");
  } finally {
    await there("set role entente_owner; drop policy narrower on deal");
  }
  await backup(target, other, now);
});
