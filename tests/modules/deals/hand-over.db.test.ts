import { beforeAll, expect, test } from "vitest";
import { handOver } from "@/modules/deals/use-cases/hand-over";
import { disablePerson } from "@/modules/people/use-cases/disable-person";
import { deliverEvents } from "@/server/deliveries";
import { dealRow, does, done, submitted } from "../../support/deals";
import { noon, seedWorld, sql, world } from "../../support/world";

const { alphaSales, manager, owner, administrator } = world;

beforeAll(async () => {
  await seedWorld();
});

const large = { amount: { amount: "200000", currency: "EUR" } };

test("what waits for a manager who leaves goes to a program owner, and so does what comes after", async () => {
  const { dealId } = await submitted(alphaSales, large);
  expect((await dealRow(dealId)).reviewer_id).toBe(manager.personId);
  done(await does(administrator, disablePerson, { personId: manager.personId }));
  await deliverEvents([handOver], new Date(noon.getTime() + 1000));
  expect((await dealRow(dealId)).reviewer_id).toBe(owner.personId);
  const [event] = await sql("select data from event where subject_id = $1 and type = 'deal.handedOver'", [dealId]);
  expect(event).toEqual({ data: { from: manager.name, to: owner.name } });
  const customer = { name: "Weserbau Hydraulik AG", website: "weserbau.com", country: "DE" };
  const next = await submitted(alphaSales, { ...large, customer });
  expect((await dealRow(next.dealId)).reviewer_id).toBe(owner.personId);
});
