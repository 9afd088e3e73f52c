import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { authPool, withActor } from "@/server/db";
import { testDatabaseUrl } from "../support/database";

const signIn = async () => (await authPool().query("select 1 as one")).rows;
const work = () => withActor({ kind: "system", cause: "worker" }, (tx) => tx.$queryRaw`select 1 as one`);

async function endConnections(): Promise<number> {
  const client = new pg.Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  const { rows } = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename in ('entente_app', 'entente_auth')",
  );
  await client.end();
  return rows.length;
}

test("when PostgreSQL ends the connections that are idle, the process lives and connects again", async () => {
  await Promise.all([signIn(), work()]);
  expect(await endConnections()).toBeGreaterThanOrEqual(2);
  await wait(100);
  expect(await signIn()).toEqual([{ one: 1 }]);
  expect(await work()).toEqual([{ one: 1 }]);
});
