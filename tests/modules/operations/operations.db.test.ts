import { beforeAll, expect, test } from "vitest";
import { operationsStanding, overdueClocks, troubledDeliveries, troubledMails } from "@/modules/operations/queries";
import { retryDelivery } from "@/modules/operations/use-cases/retry-deliveries";
import { retryMail } from "@/modules/operations/use-cases/retry-mails";
import { withActor } from "@/server/db";
import { deliverEvents } from "@/server/deliveries";
import { newId } from "@/server/ids";
import { does, done, submitted } from "../../support/deals";
import { seedTroubles } from "../../support/settings-statements";
import { idOf, seedWorld, sql, world } from "../../support/world";

const { administrator } = world;
const notFailed = { ok: false, failure: { code: "conflict", reason: "operations.errors.notFailed" } };

beforeAll(async () => {
  await seedWorld();
  await submitted(world.alphaSales);
  await seedTroubles();
});

test("the operator sees what failed with its reason, and nothing of what the records say", async () => {
  const seen = await withActor(administrator, async (tx) => ({
    standing: await operationsStanding(tx),
    deliveries: await troubledDeliveries(tx),
    mails: await troubledMails(tx),
    clocks: await overdueClocks(tx),
  }));
  expect(seen.standing).toMatchObject({ deliveries_failed: 1, mails_failed: 1, beat: null });
  expect(seen.deliveries).toMatchObject([{ state: "failed", attempts: 12, reason: "no reason to worry" }]);
  expect(seen.mails).toMatchObject([{ state: "failed", recipient: "Mia Manager", reason: "mailbox full" }]);
  expect(seen.clocks).toMatchObject([{ id: idOf("an overdue clock"), kind: "deal.review" }]);
  const text = JSON.stringify(seen, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  expect(text).not.toContain("Isarwerk");
});

test("a partner's people and a manager may not even ask", async () => {
  for (const actor of [world.alphaSales, world.manager])
    await expect(withActor(actor, (tx) => troubledMails(tx))).rejects.toThrow("permission denied");
});

test("what was given up is delivered when it is tried again, once", async () => {
  const [failed] = await sql<{ event_id: string }>("select event_id from event_delivery where state = 'failed'");
  const ids = [failed?.event_id ?? ""];
  done(await does(administrator, retryDelivery, { ids }, new Date()));
  expect(await does(administrator, retryDelivery, { ids })).toMatchObject(notFailed);
  const delivered: string[] = [];
  await deliverEvents([async (_context, { id }) => void delivered.push(id)], new Date());
  expect(delivered.filter((id) => id === ids[0])).toHaveLength(1);
  expect(await sql("select 1 from event_delivery where state = 'failed'")).toEqual([]);
  const [event] = await sql("select audience, data from event where type = 'operations.deliveriesRetried'");
  expect(event).toMatchObject({ audience: "vendor", data: { count: 1 } });
});

test("a mail that failed is queued again, and one that did not fail is left alone", async () => {
  const ids = [idOf("a failed mail")];
  done(await does(administrator, retryMail, { ids }));
  expect(await sql("select state, attempts from mail where id = $1", ids)).toEqual([{ state: "queued", attempts: 0 }]);
  expect(await does(administrator, retryMail, { ids: [newId()] })).toMatchObject(notFailed);
});
