import { beforeAll, expect, test } from "vitest";
import { listDeals } from "@/modules/deals/queries/list-deals";
import { withActor } from "@/server/db";
import { submitted } from "../../support/deals";
import { seedWorld, sql, world } from "../../support/world";

const { alphaSales, betaSales, manager } = world;

beforeAll(async () => {
  await seedWorld();
});

test("[DEAL-01] registrations of all partners stand in one list, numbered by one sequence, timed by one kind of clock", async () => {
  const over = { amount: { amount: "900000", currency: "EUR" } };
  const registered: string[] = [];
  for (const [index, seller] of [alphaSales, betaSales, alphaSales, betaSales].entries()) {
    const customer = {
      name: `Einreihig ${"wxyz".charAt(index)} GmbH`,
      website: `einreihig-${index}.de`,
      country: "DE",
    };
    const { dealId, outcome } = await submitted(seller, { customer, ...over });
    expect(outcome).toBe("in_review");
    registered.push(dealId);
  }
  const { rows } = await withActor(manager, (tx) => listDeals(tx, manager, { filter: { statuses: ["in_review"] } }));
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(registered));

  const numbers = registered.map((id) => rows.find((row) => row.id === id)?.number ?? "");
  const counters = numbers.map((number) => Number(/^D-\d{2}-(\d+)$/.exec(number)?.[1]));
  expect(counters).toEqual(counters.toSorted((a, b) => a - b));
  expect(new Set(counters).size).toBe(registered.length);

  const clocks = await sql<{ kind: string; budget_minutes: number; consequence: string }>(
    "select distinct kind, budget_minutes, consequence from clock where subject_id = any ($1)",
    [registered],
  );
  expect(clocks).toHaveLength(1);
});
