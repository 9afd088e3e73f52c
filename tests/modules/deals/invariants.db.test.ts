import { beforeAll, expect, test } from "vitest";
import { dealInvariants } from "@/modules/deals/invariants";
import { seedDealsInEveryState } from "../../support/canaries";
import { sql } from "../../support/world";

beforeAll(async () => {
  await seedDealsInEveryState();
  // The deals the world begins with were written without what a registration brings along.
  await sql(
    "insert into account_link (account_id, partner_id) select account_id, partner_id from deal where origin = 'import'",
  );
  await sql("select setval('deal_number', 1000)");
});

// Everything happens at noon here, and of two states at one moment the history keeps the later.
const atOneMoment = dealInvariants.filter(({ name }) => name !== "deal.eventHappened");

test.each(atOneMoment.map(({ guards, sql: text }) => [guards, text] as const))(
  "[R12] with a deal in every state: %s",
  async (_guards, text) => {
    expect(await sql(text)).toEqual([]);
  },
);
