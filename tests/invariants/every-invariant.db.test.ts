import { readdirSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "../../prisma/seed/demo";
import { examine, examineAll, invariants } from "../../scripts/lib/invariants";
import { corruptions } from "../support/corruptions";
import { testDatabaseUrl } from "../support/database";
import { dealCorruptions } from "../support/deal-corruptions";
import { noon } from "../support/world";

const breaks = { ...corruptions, ...dealCorruptions };
const client = new pg.Client({ connectionString: testDatabaseUrl() });

beforeAll(async () => {
  await seedDemo(testDatabaseUrl(), noon);
  await client.connect();
}, 120_000);

afterAll(() => client.end());

test("the demo program breaks none of them", async () => {
  expect((await examineAll(testDatabaseUrl())).filter(({ rows }) => rows > 0)).toEqual([]);
});

test("there are at least thirty, each with a name of its own and a sentence", () => {
  expect(invariants.length).toBeGreaterThanOrEqual(30);
  expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
  expect(invariants.filter(({ guards }) => !/^[A-Z].{20,}\.$/.test(guards))).toEqual([]);
});

test("those of every module are among them", async () => {
  const found = readdirSync("src/modules").filter((name) =>
    readdirSync(`src/modules/${name}`).includes("invariants.ts"),
  );
  const lists = await Promise.all(found.map((name) => import(`../../src/modules/${name}/invariants.ts`)));
  const all = lists.flatMap((list) => Object.values(list).flat());
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter((invariant) => !invariants.some((known) => known === invariant))).toEqual([]);
});

describe("each can fail", () => {
  test("each has something that breaks it, and nothing else has", () =>
    expect(Object.keys(breaks).sort()).toEqual(invariants.map(({ name }) => name).sort()));

  test.each(invariants.map((invariant) => [invariant.name, invariant] as const))("%s", async (name, invariant) => {
    await client.query("begin");
    try {
      await client.query("set local session_replication_role = replica");
      await client.query(breaks[name] ?? "");
      expect((await examine(client, invariant)).rows).toBeGreaterThanOrEqual(1);
    } finally {
      await client.query("rollback");
    }
    expect((await examine(client, invariant)).rows).toBe(0);
  });
});
