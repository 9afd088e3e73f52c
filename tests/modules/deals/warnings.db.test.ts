import { beforeAll, beforeEach, expect, test } from "vitest";
import { addDays, instantAt } from "@/kernel/dates";
import { dealNotices } from "@/modules/deals/reactions";
import { warnOfEndings } from "@/modules/deals/schedule";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { tellPeople } from "@/modules/notices/reactions";
import { deliverEvents } from "@/server/deliveries";
import { dealRow, does, done, submitted } from "../../support/deals";
import { noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales } = world;
const zone = "Europe/Berlin";

let turn = 0;
/** A protection whose first unprotected day is `until`, approved long before. */
async function protectedUntil(days: number): Promise<string> {
  turn += 1;
  const customer = { name: `Ending ${turn} GmbH`, website: `ending-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer });
  await sql("update deal set protected_until = $2, decided_at = '2026-06-01' where id = $1", [
    dealId,
    addDays(today, days),
  ]);
  return dealId;
}

const at = (days: number, time = "09:00") => instantAt(addDays(today, days), time, zone);
/** A look of a worker that has just begun, so that it does not wait for its turn. */
const look = (days: number, time?: string) => warnOfEndings()(at(days, time));

const given = (dealId: string) =>
  sql<{ days: number; ends: string }>(
    `select (data ->> 'days')::int as days, data ->> 'endsOn' as ends from event
     where subject_id = $1 and type = 'deal.protectionEnding' order by sequence`,
    [dealId],
  );

beforeAll(async () => {
  await seedWorld();
});
beforeEach(async () => {
  await sql("update deal set protected_until = null where status = 'approved'");
});

test("14, 7 and 1 days before the end its owner is warned, once each, however often it is looked", async () => {
  const dealId = await protectedUntil(15);
  for (let day = 0; day < 16; day += 1) {
    await Promise.all([look(day), look(day)]);
    await look(day);
  }
  const ends = addDays(today, 14);
  expect(await given(dealId)).toEqual([14, 7, 1].map((days) => ({ days, ends })));
});

test("what a day without a worker missed is said the next day; what is too late is not", async () => {
  const dealId = await protectedUntil(15);
  await look(3);
  await look(13);
  expect((await given(dealId)).map(({ days }) => days)).toEqual([14, 7]);
});

test("a protection that is extended is spoken of again before its new end", async () => {
  const dealId = await protectedUntil(14);
  await look(0);
  await sql("update deal set protected_until = protected_until + 10 where id = $1", [dealId]);
  await look(0);
  await look(10);
  expect((await given(dealId)).map(({ days }) => days)).toEqual([14, 14]);
});

test("nobody is woken at midnight", async () => {
  const dealId = await protectedUntil(14);
  await look(0, "07:59");
  expect(await given(dealId)).toEqual([]);
  await look(0, "08:00");
  expect(await given(dealId)).toHaveLength(1);
});

test("no word of what was short from the beginning, of a lost sale, or of a protection that is over", async () => {
  const short = await protectedUntil(10);
  await sql("update deal set decided_at = $2 where id = $1", [short, noon]);
  const lost = await protectedUntil(10);
  const { version } = await dealRow(lost);
  done(await does(alphaSales, reportLoss, { dealId: lost, version, lostOn: today, reason: "price" }));
  const over = await protectedUntil(0);
  await look(0);
  for (const dealId of [short, lost, over]) expect(await given(dealId)).toEqual([]);
  // Seven days before its end the short one is worth a word as well.
  await look(3);
  expect((await given(short)).map(({ days }) => days)).toEqual([7]);
});

test("owner and admin are told of it", async () => {
  const dealId = await protectedUntil(7);
  await look(0);
  await deliverEvents([tellPeople([dealNotices])], at(1));
  const told = await sql(
    `select p.name, n.kind from notice n join person p on p.id = n.person_id
     where n.type = 'deal.protectionEnding' and n.subject_id = $1 order by p.name`,
    [dealId],
  );
  expect(told).toEqual([
    { name: "Ada Alpha", kind: "deal.company" },
    { name: "Sam Alpha", kind: "deal.protection" },
  ]);
});
