import { beforeAll, expect, test } from "vitest";
import { replayAll } from "../../scripts/lib/replay";
import { testDatabaseUrl } from "../support/database";
import { submitted } from "../support/deals";
import { content, seedWorld, sql, world } from "../support/world";

beforeAll(async () => {
  await seedWorld();
  await submitted(world.alphaSales);
  await submitted(world.betaSales, {
    ...content(),
    customer: { name: "Nordlicht AG", website: "nordlicht.de", country: "DE" },
  });
});

test("[DEAL-14] every stored decision comes out again as it was stored", async () => {
  const { decisions, different } = await replayAll(testDatabaseUrl());
  expect(decisions).toBeGreaterThanOrEqual(2);
  expect(different).toEqual([]);
});

test("a decision that was changed behind the product's back is found", async () => {
  const [changed] = await sql<{ decision_id: string }>(
    `update decision_basis set facts = jsonb_set(facts, '{partner.stage}', '"former"')
     where decision_id = (select id from decision order by id limit 1) returning decision_id`,
  );
  expect((await replayAll(testDatabaseUrl())).different).toMatchObject([
    { id: changed?.decision_id, why: expect.stringContaining("reject comes out") },
  ]);
});
