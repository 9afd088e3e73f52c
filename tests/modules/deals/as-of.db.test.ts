import { beforeAll, expect, test } from "vitest";
import { addDays, instantAt, type PlainDate } from "@/kernel/dates";
import { openPipeline } from "@/modules/deals/metrics";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { withActor } from "@/server/db";
import { dealRow, does, done, submitted } from "../../support/deals";
import { seedWorld, today, world } from "../../support/world";

const { alphaSales, finance } = world;
const zone = "Europe/Berlin";
const at = (day: PlainDate, time: string) => instantAt(day, time, zone);
const pipeline = (day?: PlainDate) => withActor(finance, (tx) => openPipeline(tx, day));

beforeAll(async () => {
  await seedWorld();
});

test("the pipeline as of a day shows what was open at its end, in the vendor's zone, and opens the same rows", async () => {
  const lostOn = addDays(today, 3);
  const customer = { name: "Vergangen & Co. KG", website: "vergangen.de", country: "DE" };
  const { dealId, outcome } = await submitted(alphaSales, { customer }, at(today, "23:30"));
  expect(outcome).toBe("approved");
  const { version } = await dealRow(dealId);
  done(await does(alphaSales, reportLoss, { dealId, version, reason: "price", lostOn }, at(lostOn, "00:10")));

  const dayBefore = await pipeline(addDays(today, -1));
  const thatDay = await pipeline(today);
  const lastOpen = await pipeline(addDays(lostOn, -1));
  const afterwards = await pipeline(lostOn);
  const only = (figure: typeof thatDay) => ({
    value: (figure.value ?? 0) - (dayBefore.value ?? 0),
    count: figure.count - dayBefore.count,
  });
  expect(only(thatDay).count).toBe(1);
  expect(only(thatDay).value).toBeGreaterThan(0);
  expect(only(lastOpen)).toEqual(only(thatDay));
  expect(only(afterwards)).toEqual({ value: 0, count: 0 });

  const { rows } = await withActor(finance, (tx) => listDeals(tx, finance, { filter: thatDay.filter }));
  expect(rows).toHaveLength(thatDay.count);
  expect(rows.map((row) => row.id)).toContain(dealId);
  expect(await withActor(finance, (tx) => totalDeals(tx, thatDay.filter))).toEqual({
    count: thatDay.count,
    more: false,
    reportingAmount: thatDay.value,
  });
});
