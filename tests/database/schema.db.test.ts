import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { registration } from "@/modules/deals/domain/deal";
import { participation } from "@/modules/deals/domain/participant";
import { catalogueText } from "../../scripts/lib/catalogue";
import { testDatabaseUrl } from "../support/database";

async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("the migrated database equals the Prisma schema", () => {
  const diff = spawnSync(
    process.execPath,
    [
      "node_modules/prisma/build/index.js",
      "migrate",
      "diff",
      "--from-config-datasource",
      "--to-schema",
      "prisma/schema",
      "--exit-code",
    ],
    { encoding: "utf8", env: { ...process.env, DATABASE_URL: testDatabaseUrl() } },
  );
  expect(diff.status, diff.stdout + diff.stderr).toBe(0);
});

test("constraints, policies, grants, triggers and functions are those of the snapshot", async () => {
  const found = await withOwner((client) => catalogueText(client));
  expect(found).toBe(readFileSync("prisma/snapshot.sql.txt", "utf8"));
});

test.each([registration, participation])("the database knows exactly the moves of $name", async ({ name, moves }) => {
  const { rows } = await withOwner((client) =>
    client.query(`select "from", "to", by from workflow_move where workflow = $1`, [name]),
  );
  const text = (told: readonly { from: string; to: string; by: readonly string[] }[]) =>
    told.map(({ from, to, by }) => `${from} → ${to} by ${[...by].sort().join(", ")}`).sort();
  expect(text(rows)).toEqual(text(moves));
});
