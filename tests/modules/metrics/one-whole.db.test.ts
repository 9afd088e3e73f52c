import { beforeAll, expect, test } from "vitest";
import { fiscalYear } from "@/kernel/dates";
import { revenueByMonth, revenueByRegion, sourcedRevenue } from "@/modules/deals/public";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { withActor } from "@/server/db";
import { dealRow, does, done, submitted } from "../../support/deals";
import { idOf, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, betaSales, executive, finance } = world;
const year = fiscalYear(today, 1);

/** Amounts that do not divide evenly, in two currencies, one with a rate that leaves a remainder. */
const wins = [
  [alphaSales, "3333.33", "EUR"],
  [alphaSales, "1000.01", "USD"],
  [betaSales, "0.05", "USD"],
  [betaSales, "77777.77", "EUR"],
  [betaSales, "12345.67", "USD"],
] as const;

// Far from each other, so that none of them waits for a person.
const names = ["Adlerhof", "Birkenwerk", "Clarastift", "Dachsberg", "Erlenbach"];

beforeAll(async () => {
  await seedWorld();
  await sql("insert into region (id, code, name) values ($1, 'NORD', 'Nordics')", [idOf("nordics")]);
  await sql("update partner set region_id = $1 where id = $2", [idOf("nordics"), idOf("beta")]);
  for (const [index, [seller, amount, currency]] of wins.entries()) {
    const customer = { name: `${names[index]} GmbH`, website: `whole-${index}.de`, country: "DE" };
    const { dealId } = await submitted(seller, { customer, amount: { amount: "5000", currency: "EUR" } });
    const { version } = await dealRow(dealId);
    const win = { dealId, version, wonOn: today, amount: { amount, currency }, orderReference: `PO ${index}` };
    done(await does(seller, reportWin, win));
    done(await does(finance, confirmWin, { dealId, version: version + 1 }));
  }
});

test("[PLAT-01] the regions, and the months, sum to the global figure to the cent", async () => {
  const { total, regions, months } = await withActor(executive, async (tx) => ({
    total: await sourcedRevenue(tx, year),
    regions: await revenueByRegion(tx, year),
    months: await revenueByMonth(tx, year),
  }));
  expect(total.count).toBe(wins.length);
  expect(regions.map(({ region }) => region).sort()).toEqual(["DACH", "Nordics"]);
  const sum = (parts: readonly { amount: number }[]) => parts.reduce((all, { amount }) => all + amount, 0);
  expect(sum(regions)).toBe(total.value);
  expect(sum(months)).toBe(total.value);
});

test("[PLAT-01] every row that names a partner names one there is, and a deal's rows name the partner of the deal", async () => {
  const columns = await sql<{ table_name: string }>(
    `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'partner_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  expect(columns.map(({ table_name }) => table_name)).toEqual(
    expect.arrayContaining([
      "deal",
      "decision",
      "event",
      "clock",
      "protection",
      "deal_history",
      "membership",
      "person",
    ]),
  );
  for (const { table_name: table } of columns) {
    const unknown = await sql(
      `select 1 from "${table}" x where x.partner_id is not null and not exists (select 1 from partner p where p.id = x.partner_id)`,
    );
    expect(unknown, table).toEqual([]);
  }
  for (const [table, key] of [
    ["decision", "subject_id"],
    ["event", "subject_id"],
    ["clock", "subject_id"],
    ["protection", "deal_id"],
    ["deal_history", "deal_id"],
  ] as const) {
    const [held] = await sql<{ rows: number; astray: number }>(
      `select count(*)::int as rows, count(*) filter (where x.partner_id is distinct from d.partner_id)::int as astray
       from "${table}" x join deal d on d.id = x.${key}`,
    );
    expect(held?.rows, table).toBeGreaterThan(0);
    expect(held?.astray, table).toBe(0);
  }
});
