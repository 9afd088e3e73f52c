import { runMigrations } from "graphile-worker";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { urlFor } from "../../scripts/lib/database";
import { ensureRoles } from "../../scripts/lib/roles";
import { testPassword } from "../support/cluster";
import { testDatabaseUrl } from "../support/database";

const passwords = { app: testPassword, auth: testPassword, worker: testPassword };

async function opens(user: string, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlFor(testDatabaseUrl(), user, password) });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

test("databases of one server may be prepared at the same moment", async () => {
  const both = [testDatabaseUrl(), inject("clusterUrl")];
  await Promise.all(Array.from({ length: 12 }, (_, turn) => ensureRoles(both[turn % 2] ?? "", passwords)));
});

test("the worker owns its queue and no more", async () => {
  await ensureRoles(testDatabaseUrl(), passwords);
  const worker = new pg.Client({ connectionString: urlFor(testDatabaseUrl(), "entente_worker", testPassword) });
  await worker.connect();
  try {
    await runMigrations({ connectionString: urlFor(testDatabaseUrl(), "entente_worker", testPassword) });
    expect((await worker.query("select 1 from graphile_worker.jobs")).rowCount).toBe(0);
    await expect(worker.query("select 1 from deal")).rejects.toThrow("permission denied");
    await expect(worker.query("set role entente_system")).rejects.toThrow("permission denied");
  } finally {
    await worker.end();
  }
});

test("a queue that was made by somebody else is given to the worker", async () => {
  const owner = new pg.Client({ connectionString: testDatabaseUrl() });
  await owner.connect();
  try {
    await owner.query("drop schema if exists graphile_worker cascade");
    await runMigrations({ connectionString: testDatabaseUrl() });
    await ensureRoles(testDatabaseUrl(), passwords);
    const { rows } = await owner.query(`select distinct owner::regrole::text from (
      select relowner from pg_class where relnamespace = 'graphile_worker'::regnamespace
      union all select proowner from pg_proc where pronamespace = 'graphile_worker'::regnamespace
      union all select typowner from pg_type where typnamespace = 'graphile_worker'::regnamespace
      union all select nspowner from pg_namespace where nspname = 'graphile_worker') t (owner)`);
    expect(rows).toEqual([{ owner: "entente_worker" }]);
  } finally {
    await owner.end();
  }
});

test("a login whose address the operator gave keeps its password", async () => {
  await ensureRoles(testDatabaseUrl(), passwords);
  await ensureRoles(testDatabaseUrl(), { worker: "another" }, new Set(["worker"]));
  expect(await opens("entente_worker", testPassword)).toBe(true);
  await ensureRoles(testDatabaseUrl(), { worker: "another" });
  expect(await opens("entente_worker", testPassword)).toBe(false);
  expect(await opens("entente_worker", "another")).toBe(true);
});
