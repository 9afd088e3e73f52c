import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/kernel/dates";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { matchOrders } from "@/modules/deals/schedule";
import { confirmByOrder } from "@/modules/deals/use-cases/confirm-by-order";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { dealRow, does, done, submitted } from "../../support/deals";
import { imported, undone } from "../../support/imports";
import { noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, manager, finance } = world;

let turn = 0;
/** A win of 48,000 euros reported today under an order reference. */
async function reported(order: string, reporter = alphaSales) {
  turn += 1;
  const customer = { name: `Order ${turn} Works`, website: `order-${turn}.de`, country: "DE" };
  const { dealId, number } = await submitted(alphaSales, { customer });
  const { version } = await dealRow(dealId);
  const win = { wonOn: today, amount: { amount: "48000", currency: "EUR" }, orderReference: order };
  done(await does(reporter, reportWin, { dealId, version, ...win }));
  return { dealId, number, version: version + 1 };
}

const head = "reference,order,deal,partner,booked,amount,currency";
const books = (...lines: string[]) => imported("orders", [head, ...lines]);
/** A look of a worker that has just begun. */
const look = () => matchOrders()(noon);
const confirmedAt = async (dealId: string) =>
  (await sql<{ win_confirmed_at: Date | null }>("select win_confirmed_at from deal where id = $1", [dealId]))[0]
    ?.win_confirmed_at ?? null;
const events = (dealId: string) =>
  sql<{ data: Record<string, unknown>; actor_kind: string }>(
    "select data, actor_kind from event where subject_id = $1 and type = 'deal.winConfirmedByOrder'",
    [dealId],
  );

beforeAll(async () => {
  await seedWorld();
});

describe("a matched order confirms a reported win as the system", () => {
  test("by the reference it was reported with, in several lines, with the evidence", async () => {
    const deal = await reported("PO-100");
    await books(
      `L-1,po-100,,alpha.example,${addDays(today, 3)},40000,EUR`,
      `L-2,PO-100,,alpha.example,${addDays(today, 5)},7500,EUR`,
    );
    expect(await look()).toBe(1);
    expect(await confirmedAt(deal.dealId)).toEqual(noon);
    expect(await events(deal.dealId)).toEqual([
      {
        actor_kind: "system",
        data: {
          reason: "order_matched",
          wonOn: today,
          orderReference: "po-100",
          amount: 4_750_000,
          currency: "EUR",
          bookedOn: addDays(today, 3),
          difference: -50_000,
          days: 3,
        },
      },
    ]);
    const [until] = await sql<{ until: string }>("select protected_until::text as until from deal where id = $1", [
      deal.dealId,
    ]);
    expect(until?.until).toBe(addDays(today, 1));
    const record = await withActor(manager, (tx) => recordDeal(tx, manager, deal.dealId, noon, "Europe/Berlin"));
    expect(record?.orders).toMatchObject([{ obstacle: null, difference: -50_000 }]);
    expect(record?.win?.confirmedBy).toBeNull();
    expect(await look()).toBe(0);
  });

  test("by the number of the deal, whatever the order is called", async () => {
    const deal = await reported("our own words");
    await books(`L-3,SO-77,${deal.number.toLowerCase()},,${today},48000,EUR`);
    expect(await look()).toBe(1);
    expect(await confirmedAt(deal.dealId)).toEqual(noon);
  });

  test.each([
    ["more than the rules allow apart", "47000", "EUR", 0, "alpha.example", "amount"],
    ["too long after", "48000", "EUR", 46, "alpha.example", "day"],
    ["for another partner", "48000", "EUR", 0, "beta.example", "other_partner"],
    ["in another currency", "48000", "USD", 0, "alpha.example", "other_currency"],
  ])("not where it is %s: a person sees why", async (_, amount, currency, days, partner, obstacle) => {
    const order = `PO-${newId()}`;
    const deal = await reported(order);
    await books(`${order}-1,${order},,${partner},${addDays(today, days)},${amount},${currency}`);
    expect(await look()).toBe(0);
    const record = await withActor(finance, (tx) => recordDeal(tx, finance, deal.dealId, noon, "Europe/Berlin"));
    expect(record?.orders).toMatchObject([{ obstacle }]);
    done(await does(manager, confirmWin, { dealId: deal.dealId, version: deal.version }));
  });

  test("an order proves one win only, and imported again it changes nothing", async () => {
    const [first, second] = [await reported("PO-200"), await reported("PO-200")];
    const line = `L-200,PO-200,,alpha.example,${today},48000,EUR`;
    await books(line);
    expect(await look()).toBe(1);
    await books(line);
    expect(await look()).toBe(0);
    const confirmed = [await confirmedAt(first.dealId), await confirmedAt(second.dealId)].filter(Boolean);
    expect(confirmed).toHaveLength(1);
    expect(await sql("select id from revenue_line where external_id = 'L-200'")).toHaveLength(1);
  });

  test("a person and an order at once: it is confirmed once", async () => {
    for (let pair = 0; pair < 10; pair += 1) {
      const order = `RACE-${pair}`;
      const { dealId, version } = await reported(order);
      await books(`R-${pair},${order},,alpha.example,${today},48000,EUR`);
      await Promise.allSettled([
        does(manager, confirmWin, { dealId, version }),
        execute(confirmByOrder, { kind: "system", cause: "clock" }, { dealId }, { now: noon, newId }),
      ]);
      const told = await sql("select id from event where subject_id = $1 and type like 'deal.winConfirmed%'", [dealId]);
      expect(told).toHaveLength(1);
    }
  });

  test("what proves a win stays when its import is taken back", async () => {
    const { dealId } = await reported("PO-300");
    const id = await books(`L-300,PO-300,,alpha.example,${today},48000,EUR`, `L-301,PO-301,,,${today},1,EUR`);
    expect(await look()).toBe(1);
    await undone(id);
    expect(await sql("select deal_id from revenue_line where external_id in ('L-300', 'L-301')")).toEqual([
      { deal_id: dealId },
    ]);
  });
});

describe("who reported a win does not confirm it", () => {
  test("not the manager who reported it for the partner, but finance", async () => {
    const { dealId, version } = await reported("PO-400", manager);
    expect(await does(manager, confirmWin, { dealId, version })).toEqual({ ok: false, failure: { code: "forbidden" } });
    done(await does(finance, confirmWin, { dealId, version }));
  });

  test("the database refuses it too", async () => {
    const { dealId } = await reported("PO-500", alphaAdmin);
    await expect(
      sql("update deal set win_confirmed_at = now(), win_confirmed_by_id = win_reported_by_id where id = $1", [dealId]),
    ).rejects.toThrow(/deal_win_four_eyes/);
  });
});
