import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/kernel/dates";
import { endingsOf } from "@/modules/deals/queries/ending-deals";
import { listDeals } from "@/modules/deals/queries/list-deals";
import { askExtension } from "@/modules/deals/use-cases/ask-extension";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { withActor } from "@/server/db";
import { dealRow, does, done, submitted } from "../../support/deals";
import { seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, betaSales, manager, finance } = world;

let turn = 0;
/** A protection whose last day is so many days away. */
async function ending(days: number, seller = alphaSales): Promise<string> {
  turn += 1;
  const customer = { name: `Customer ${turn} Works`, website: `works-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(seller, { customer });
  await sql("update protection set period = daterange(lower(period), $2) where deal_id = $1", [
    dealId,
    addDays(today, days + 1),
  ]);
  await sql("update deal set protected_until = $2 where id = $1", [dealId, addDays(today, days + 1)]);
  return dealId;
}

const listed = (days: number, actor = manager) =>
  withActor(actor, async (tx) => {
    const filter = { endsThrough: addDays(today, days) };
    return (await listDeals(tx, actor, { filter, sort: { by: "protected", descending: false } })).rows.map(
      (row) => row.id,
    );
  });

beforeAll(async () => {
  await seedWorld();
});

test("[DEAL-05] protections that end by a day, the next to end first; not those of a sale that is over", async () => {
  const later = await ending(20);
  const soon = await ending(3, betaSales);
  const lost = await ending(5);
  const { version } = await dealRow(lost);
  done(await does(alphaSales, reportLoss, { dealId: lost, version, lostOn: today, reason: "price" }));
  expect(await listed(20)).toEqual([soon, later]);
  expect(await listed(19)).toEqual([soon]);
  expect(await listed(2)).toEqual([]);
  expect(await listed(20, alphaSales)).toEqual([later]);
});

test("[DEAL-05] who asked for more time is named, and only who may answer can", async () => {
  const dealId = await ending(9);
  const { version } = await dealRow(dealId);
  const through = addDays(today, 60);
  const wish = { dealId, version, through, reason: "budget", note: "The board meets in January." };
  done(await does(alphaSales, askExtension, wish));
  const asManager = await withActor(manager, (tx) => endingsOf(tx, manager, [dealId]));
  expect(asManager.get(dealId)).toMatchObject({
    version: version + 1,
    granted: 0,
    asked: { by: alphaSales.name, through, reason: "budget" },
    mayExtend: true,
  });
  const asFinance = await withActor(finance, (tx) => endingsOf(tx, finance, [dealId]));
  expect(asFinance.get(dealId)?.mayExtend).toBe(false);
});
