import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { addDays, startOfDay } from "@/kernel/dates";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { withActor } from "@/server/db";
import { dealRow, does, done, submitted } from "../../support/deals";
import { idOf, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, alphaOther, betaSales, manager, owner, finance, administrator, seller } = world;

let turn = 0;
const newCustomer = () => {
  turn += 1;
  return { name: `Given Up ${turn} GmbH`, website: `given-up-${turn}.de`, country: "DE" };
};

/** An approved registration of alpha, and the customer it protects. */
async function protectedDeal() {
  const customer = newCustomer();
  const { dealId, outcome } = await submitted(alphaSales, { customer });
  expect(outcome).toBe("approved");
  return { dealId, customer, version: (await dealRow(dealId)).version };
}

const lastProtectedDay = async (dealId: string) => {
  const [row] = await sql<{ day: string }>(
    "select (upper(period) - 1)::text as day from protection where deal_id = $1",
    [dealId],
  );
  return row?.day;
};

beforeAll(async () => {
  await seedWorld();
});

test("[DEAL-05] giving up a registration ends its protection that day, stops its clock and is on record", async () => {
  const { dealId, version } = await protectedDeal();
  done(await does(alphaSales, releaseDeal, { dealId, version, reason: "not_pursued" }));
  expect(await dealRow(dealId)).toMatchObject({ status: "released", stage: "qualified" });
  expect(await lastProtectedDay(dealId)).toBe(today);
  expect(await sql("select protected_until::text as until from deal where id = $1", [dealId])).toEqual([
    { until: addDays(today, 1) },
  ]);
  expect(await sql("select 1 from clock where subject_id = $1 and stopped_at is null", [dealId])).toEqual([]);
  const [event] = await sql("select data, actor_name from event where subject_id = $1 and type = 'deal.released'", [
    dealId,
  ]);
  expect(event).toEqual({ data: { reason: "not_pursued", endsOn: today }, actor_name: alphaSales.name });
});

test("[DEAL-05] from the next day on somebody else is approved for the customer", async () => {
  const { dealId, version, customer } = await protectedDeal();
  const rival = await submitted(betaSales, { customer });
  expect(rival.outcome).toBe("in_review");
  const approve = async (day = today) =>
    does(
      manager,
      approveDeal,
      { dealId: rival.dealId, version: (await dealRow(rival.dealId)).version, note: "" },
      startOfDay(day, "Europe/Berlin"),
    );
  done(await does(alphaSales, releaseDeal, { dealId, version }));
  expect(await approve()).toMatchObject({ failure: { reason: "deals.errors.scopeTaken" } });
  done(await approve(addDays(today, 1)));
});

test("the sale is given up with it: no win or loss is reported any more", async () => {
  const { dealId, version } = await protectedDeal();
  done(await does(alphaAdmin, releaseDeal, { dealId, version, reason: "" }));
  const again = { dealId, version: version + 1 };
  const win = { ...again, wonOn: today, amount: { amount: "1", currency: "EUR" }, orderReference: "PO-1" };
  const notOpen = { ok: false, failure: { code: "conflict", entity: "deal", reason: "deals.errors.notOpen" } };
  expect(await does(alphaSales, reportWin, win)).toEqual(notOpen);
  expect(await does(alphaSales, reportLoss, { ...again, reason: "price", lostOn: today })).toEqual(notOpen);
});

test("a sale that is over is not given up: a lost one holds nothing, a won one counts", async () => {
  const lost = await protectedDeal();
  done(
    await does(alphaSales, reportLoss, { dealId: lost.dealId, version: lost.version, reason: "price", lostOn: today }),
  );
  expect(await does(alphaSales, releaseDeal, { dealId: lost.dealId, version: lost.version + 1 })).toEqual({
    ok: false,
    failure: { code: "conflict", entity: "deal", reason: "deals.errors.notProtected" },
  });
  const won = await protectedDeal();
  const win = { wonOn: today, amount: { amount: "1", currency: "EUR" }, orderReference: "PO-1" };
  done(await does(alphaSales, reportWin, { dealId: won.dealId, version: won.version, ...win }));
  expect(await does(alphaSales, releaseDeal, { dealId: won.dealId, version: won.version + 1 })).toEqual({
    ok: false,
    failure: { code: "forbidden" },
  });
});

describe("who may not", () => {
  test.each<[string, PersonActor, object]>([
    ["a seller of another partner", betaSales, { code: "not_found", entity: "deal" }],
    ["a colleague", alphaOther, { code: "not_found", entity: "deal" }],
    ["the manager", manager, { code: "forbidden" }],
    ["a program owner", owner, { code: "forbidden" }],
    ["finance", finance, { code: "forbidden" }],
    ["an administrator", administrator, { code: "forbidden" }],
    ["a direct seller", seller, { code: "forbidden" }],
  ])("%s", async (_who, actor, failure) => {
    const { dealId, version } = await protectedDeal();
    expect(await does(actor, releaseDeal, { dealId, version })).toEqual({ ok: false, failure });
    expect(await dealRow(dealId)).toMatchObject({ status: "approved", version });
  });

  test("the database lets nobody of the vendor give up for a partner either", async () => {
    const { dealId } = await protectedDeal();
    const change = withActor(manager, (tx) =>
      tx.deal.updateMany({ where: { id: dealId }, data: { status: "released" } }),
    );
    await expect(change).rejects.toThrow(/cannot move from approved to released by vendor/);
  });
});

test("20 pairs give up twice, or give up and report the loss, at once: one wins, the other reads a clear conflict", async () => {
  for (let pair = 0; pair < 20; pair += 1) {
    const { dealId, version } = await protectedDeal();
    const rival =
      pair % 2 === 0
        ? does(alphaAdmin, releaseDeal, { dealId, version })
        : does(alphaSales, reportLoss, { dealId, version, reason: "price", lostOn: today });
    const results = await Promise.all([does(alphaSales, releaseDeal, { dealId, version }), rival]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ failure: { code: "conflict", entity: "deal" } });
    const events = await sql("select 1 from event where subject_id = $1 and type in ('deal.released', 'deal.lost')", [
      dealId,
    ]);
    expect(events).toHaveLength(1);
  }
});

test("an expired registration cannot be given up", async () => {
  const dealId = idOf("alpha earlier");
  const { version } = await dealRow(dealId);
  expect(await does(alphaSales, releaseDeal, { dealId, version })).toEqual({
    ok: false,
    failure: { code: "conflict", entity: "deal", reason: "deals.errors.notProtected" },
  });
});

test("a win that was confirmed keeps its protection to the day it was won", async () => {
  const { dealId, version } = await protectedDeal();
  const win = { wonOn: today, amount: { amount: "1", currency: "EUR" }, orderReference: "PO-1" };
  done(await does(alphaSales, reportWin, { dealId, version, ...win }));
  done(await does(finance, confirmWin, { dealId, version: version + 1 }));
  expect(await does(alphaSales, releaseDeal, { dealId, version: version + 2 })).toMatchObject({ ok: false });
  expect(await lastProtectedDay(dealId)).toBe(today);
});
