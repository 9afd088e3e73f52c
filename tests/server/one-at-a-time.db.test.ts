import { setImmediate as turn } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { withActor } from "@/server/db";
import { seedWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await seedWorld();
});

const relations = {
  include: { partner: true, productLine: true, owner: true, reviewer: true, account: true, conflicts: true },
} as const;

test("a connection is asked one thing at a time, also where one answer has many relations and one of the questions fails", async () => {
  const warnings: string[] = [];
  const listen = (warning: Error) => warnings.push(warning.message);
  process.on("warning", listen);
  const { deals, people, failed } = await withActor(world.executive, async (tx) => {
    const [deals, people] = await Promise.all([tx.deal.findMany(relations), tx.person.count()]);
    const failed = await tx.$queryRaw`select 1 / 0`.then(
      () => false,
      () => true,
    );
    return { deals, people, failed };
  }).finally(async () => {
    await turn();
    process.off("warning", listen);
  });
  expect(deals.map(({ partner }) => partner.name).toSorted()).toEqual(["alpha GmbH", "beta GmbH"]);
  expect(people).toBeGreaterThan(0);
  expect(failed).toBe(true);
  expect(warnings).toEqual([]);
  expect(await withActor(world.executive, (tx) => tx.deal.count())).toBe(2);
});
