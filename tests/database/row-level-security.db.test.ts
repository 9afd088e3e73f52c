import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabaseUrl } from "../support/database";

const owner = new pg.Client({ connectionString: testDatabaseUrl() });

beforeAll(async () => {
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
});

// Tables that Prisma's bookkeeping and the worker's library bring along hold no data of anybody.
const ours = `select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner::regrole::text as owner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity', 'entente') and c.relname <> '_prisma_migrations'`;

test("[GOVR-02] every table forces row-level security and belongs to the owner role", async () => {
  const { rows } = await owner.query(ours);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !row.relrowsecurity || !row.relforcerowsecurity).map((row) => row.name)).toEqual([]);
  expect(rows.filter((row) => row.owner !== "entente_owner").map((row) => row.name)).toEqual([]);
});

test("every policy names exactly one role", async () => {
  const { rows } = await owner.query(
    "select polname, polrelid::regclass::text as tab, cardinality(polroles) as roles from pg_policy",
  );
  expect(rows.filter((row) => row.roles !== 1)).toEqual([]);
});

test("every table lets its owner through, so that maintenance never silently touches nothing", async () => {
  const { rows } = await owner.query(`select t.name from (${ours}) t where not exists (
    select 1 from pg_policy p where p.polrelid = t.oid and 'entente_owner'::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')`);
  expect(rows).toEqual([]);
});

test("the application's login owns nothing, inherits nothing and may not bypass policies", async () => {
  const { rows } = await owner.query(
    "select rolname, rolsuper, rolinherit, rolbypassrls, rolcreaterole from pg_roles where rolname in ('entente_app', 'entente_auth')",
  );
  expect(rows).toHaveLength(2);
  for (const row of rows)
    expect(row).toMatchObject({ rolsuper: false, rolinherit: false, rolbypassrls: false, rolcreaterole: false });
});

test("without an actor there are no rows and no rights", async () => {
  const app = new pg.Client({ connectionString: process.env.APP_DATABASE_URL });
  await app.connect();
  try {
    await expect(app.query("select count(*) from deal")).rejects.toThrow(/permission denied/);
    await app.query("begin");
    await app.query("set local role entente_partner");
    const { rows } = await app.query(
      "select (select count(*) from deal)::int + (select count(*) from partner)::int as seen",
    );
    expect(rows[0].seen).toBe(0);
    await app.query("rollback");
  } finally {
    await app.end();
  }
});

test("[GOVR-03] nobody but the owner may change or delete events, decisions and their basis", async () => {
  const { rows } =
    await owner.query(`select grantee, table_name, privilege_type from information_schema.role_table_grants
    where table_name in ('event', 'decision', 'decision_basis') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and grantee like 'entente_%' and grantee <> 'entente_owner'`);
  expect(rows).toEqual([]);
});

test("no role of the application may delete anything", async () => {
  const { rows } = await owner.query(`select grantee, table_name from information_schema.role_table_grants
    where privilege_type in ('DELETE', 'TRUNCATE') and grantee like 'entente_%' and grantee <> 'entente_owner' and table_schema in ('public', 'identity')`);
  expect(rows).toEqual([]);
});
