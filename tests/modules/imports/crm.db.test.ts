import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import {
  importedWins,
  openPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "@/modules/deals/metrics";
import { partnerTasks } from "@/modules/deals/queries/home";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import type { ImportReport } from "@/modules/imports/domain/report";
import { withActor } from "@/server/db";
import { done } from "../../support/deals";
import { checked, commit, filesIn, fileWith, programRows, readImport, undone } from "../../support/imports";
import { idOf, seedWorld, sql, today, world } from "../../support/world";

const folder = "samples/crm_maven";
const preset = "crm-sales-opportunities";

/** The rows of a file by a reader of its own: these files have no quotes, so a line is its cells. */
function rowsOf(name: string): Record<string, string>[] {
  const text = readFileSync(`${folder}/${name}`, "utf8").replaceAll("\r", "");
  expect(text).not.toContain('"');
  const [head = "", ...lines] = text.trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [names[index] ?? "", cell])));
}

const pipeline = rowsOf("sales_pipeline.csv");
const accounts = rowsOf("accounts.csv");

/** The folder with the beginning of its long file: enough for everything but counts and sums, and a tenth of the time. */
const beginning = pipeline.slice(0, 800);
function cutFolder() {
  const text = readFileSync(`${folder}/sales_pipeline.csv`, "utf8").replaceAll("\r", "");
  const cut = fileWith("sales_pipeline.csv", text.split("\n").slice(0, beginning.length + 1));
  return [...filesIn(folder).filter(({ name }) => name !== cut.name), cut];
}
const teams = rowsOf("sales_teams.csv");
const distinct = (rows: readonly Record<string, string>[], name: string) => new Set(rows.map((row) => row[name])).size;
const staged = (stage: string) => pipeline.filter((row) => row.deal_stage === stage);
/** Whole dollars in the file, as cents. */
const cents = (rows: readonly Record<string, string>[]) =>
  rows.reduce((sum, row) => sum + 100 * Number(row.close_value), 0);

const korea = { "customers/value:country:korea": "KR" };
const part = (report: ImportReport, name: string) => {
  const found = report.parts.find((candidate) => candidate.part === name);
  if (!found) throw new Error(`no part ${name}`);
  return found;
};
const one = async (statement: string) => (await sql<{ value: string }>(statement))[0]?.value;

let before: Awaited<ReturnType<typeof programRows>>;
let importId: string;
let cutId: string;

beforeAll(async () => {
  await seedWorld();
  before = await programRows();
});

describe("[MIGR-01] the check", () => {
  test("asks about every text nobody knows, once, and proposes what it may mean", async () => {
    cutId = await readImport(preset, cutFolder());
    const { report } = await checked(cutId);
    expect(report.questions).toMatchObject([
      { id: "customers/value:country:philipines", rows: 1, proposals: [{ key: "PH" }] },
      { id: "customers/value:country:korea", rows: 1, proposals: [{ key: "KP" }, { key: "KR" }] },
      {
        id: "deals/value:productLine:gtxpro",
        rows: beginning.filter((row) => row.product === "GTXPro").length,
        proposals: [{ key: "gtx-pro", label: "GTX Pro" }],
      },
    ]);
    expect((await commit(cutId)).ok).toBe(false);
  });

  test("accepts the proposals that stand alone, and still asks what has two", async () => {
    const { report, answers } = await checked(cutId, { acceptProposals: true });
    expect(report.questions.map(({ id }) => id)).toEqual(["customers/value:country:korea"]);
    expect(answers).toEqual({
      "customers/value:country:philipines": "PH",
      "deals/value:productLine:gtxpro": "gtx-pro",
    });
  });

  test("says what would be written, to the row and to the cent, and writes nothing", async () => {
    importId = await readImport(preset, filesIn(folder));
    const { report } = await checked(importId, { acceptProposals: true, answers: korea });
    expect(report.questions).toEqual([]);
    const inserted = Object.fromEntries(report.parts.map((found) => [found.part, found.outcomes.insert]));
    expect(inserted).toEqual({
      offices: distinct(teams, "regional_office"),
      managers: distinct(teams, "manager"),
      partners: teams.length,
      sellers: teams.length,
      products: rowsOf("products.csv").length,
      customers: accounts.length,
      deals: pipeline.length,
    });
    expect(part(report, "deals").totals).toEqual(
      [
        ["lost", "USD", staged("Lost")],
        ["prospecting", "", staged("Prospecting")],
        ["qualified", "", staged("Engaging")],
        ["won", "USD", staged("Won")],
      ].map(([group, currency, rows]) => {
        const sum = cents(rows as Record<string, string>[]);
        return { field: "amount", group, currency, rows: rows?.length, inFile: sum, imported: sum };
      }),
    );
    expect(part(report, "deals").warnings).toEqual({
      customerNotNamed: pipeline.filter((row) => row.account === "").length,
      // The world's first rate is of 2026.
      noRate: staged("Won").length,
    });
    expect(part(report, "deals").fixed).toMatchObject({ "amount in": "USD" });
    expect(part(report, "partners")).toMatchObject({ fixed: { currency: "USD", country: "US" }, made: ["domain"] });
    expect(part(report, "customers").unusedColumns).toEqual(["sector", "year_established", "revenue", "employees"]);
    expect(await programRows()).toEqual(before);
  });
});

describe("[MIGR-01] the commit", () => {
  beforeAll(async () => {
    done(await commit(importId));
  }, 300_000);

  test("counts and sums in the program are those of the files", async () => {
    const stages = await sql<{ stage: string; count: number; won: number }>(
      "select stage, count(*)::int as count, coalesce(sum(won_amount), 0)::int as won from deal d join external_reference e on e.record_id = d.id group by stage order by stage",
    );
    expect(stages).toEqual([
      { stage: "lost", count: staged("Lost").length, won: 0 },
      { stage: "prospecting", count: staged("Prospecting").length, won: 0 },
      { stage: "qualified", count: staged("Engaging").length, won: 0 },
      { stage: "won", count: staged("Won").length, won: cents(staged("Won")) },
    ]);
    const perAgent = await sql<{ name: string; count: number; won: number }>(
      `select p.name, count(d.id)::int as count, coalesce(sum(d.won_amount), 0)::int as won from partner p left join deal d on d.partner_id = p.id
       where p.domain not in ('alpha.example', 'beta.example') group by p.name`,
    );
    for (const { sales_agent: name } of teams) {
      const rows = pipeline.filter((row) => row.sales_agent === name);
      const won = cents(rows.filter((row) => row.deal_stage === "Won"));
      expect(perAgent.find((found) => found.name === name)).toEqual({ name, count: rows.length, won });
    }
  });

  test("every row is what its line says", async () => {
    const deals = await sql<Record<string, string>>(
      `select e.reference as opportunity_id, p.name as sales_agent, l.name as product, d.customer_name as account, a.name as named,
         d.stage, coalesce(to_char(d.created_at at time zone 'Europe/Berlin', 'YYYY-MM-DD'), '') as engaged, coalesce(d.won_on, d.lost_on)::text as close_date,
         d.won_amount::text, o.name as owner, d.customer_country
       from deal d join external_reference e on e.record_id = d.id join partner p on p.id = d.partner_id join person o on o.id = d.owner_id
       join product_line l on l.id = d.product_line_id left join account a on a.id = d.account_id`,
    );
    const byId = new Map(deals.map((deal) => [deal.opportunity_id, deal]));
    const stageOf: Record<string, string> = {
      Prospecting: "prospecting",
      Engaging: "qualified",
      Won: "won",
      Lost: "lost",
    };
    const wrong = pipeline.filter((row) => {
      const deal = byId.get(row.opportunity_id ?? "");
      return !(
        deal?.sales_agent === row.sales_agent &&
        deal?.owner === row.sales_agent &&
        deal?.product === (row.product === "GTXPro" ? "GTX Pro" : row.product) &&
        deal?.account === row.account &&
        (deal?.named ?? "") === row.account &&
        deal?.stage === stageOf[row.deal_stage ?? ""] &&
        (row.engage_date === "" || deal?.engaged === row.engage_date) &&
        (deal?.close_date ?? "") === row.close_date &&
        (row.deal_stage === "Won"
          ? Number(deal?.won_amount) === 100 * Number(row.close_value)
          : deal?.won_amount === null)
      );
    });
    expect(deals).toHaveLength(pipeline.length);
    expect(wrong).toEqual([]);
  });

  test("customers have their country and parent, partners their region and manager", async () => {
    const found = await sql<Record<string, string>>(
      `select a.name as account, a.country, coalesce(m.name, '') as parent from account a left join account m on m.id = a.parent_id
       where a.name not like '% customer'`,
    );
    expect(found).toHaveLength(accounts.length);
    for (const { account, subsidiary_of: parent } of accounts)
      expect(found.find((row) => row.account === account)).toMatchObject({ parent });
    const countries = Object.fromEntries(found.map(({ account, country }) => [account, country]));
    expect(countries).toMatchObject({ Bioholding: "PH", Betatech: "KE" });
    expect(found.filter(({ country }) => country === "KR")).toHaveLength(1);
    const partners = await sql(
      "select p.name as sales_agent, m.name as manager, r.name as regional_office from partner p join region r on r.id = p.region_id join person m on m.id = p.channel_manager_id where p.tier = 'registered' order by p.name",
    );
    expect(partners).toEqual(teams.toSorted((a, b) => ((a.sales_agent ?? "") < (b.sales_agent ?? "") ? -1 : 1)));
  });

  test("nothing is registered, protected, decided or timed, and nobody is told", async () => {
    const imported = "(select record_id from external_reference)";
    const states = await sql(
      `select distinct origin, status, reporting_amount, submitted_at, protected_until from deal where id in ${imported}`,
    );
    expect(states).toEqual([
      { origin: "import", status: "draft", reporting_amount: null, submitted_at: null, protected_until: null },
    ]);
    for (const table of ["protection where deal_id", "decision where subject_id", "clock where subject_id"])
      expect(await one(`select count(*) as value from ${table} in ${imported}`)).toBe("0");
    expect(
      await sql(
        "select type, historic, count(*)::int as count from event where type like '%.imported' group by 1, 2 order by 3 desc limit 2",
      ),
    ).toEqual([
      { type: "deal.imported", historic: true, count: pipeline.length },
      { type: "account.imported", historic: true, count: accounts.length },
    ]);
  });

  test("a won deal that was imported is nobody's revenue, an open one nobody's pipeline, and no seller's unfinished draft", async () => {
    const year = { from: plainDate("2017-01-01"), until: plainDate("2018-01-01") };
    await withActor(world.finance, async (tx) => {
      expect(await sourcedRevenue(tx, year)).toMatchObject({ value: 0, count: 0 });
      // The two the world begins with.
      expect(await openPipeline(tx)).toMatchObject({ value: 0, count: 2 });
      expect(await reportedWins(tx)).toMatchObject({ value: 0, count: 0 });
      expect(await winRate(tx, year)).toMatchObject({
        won: staged("Won").length,
        count: staged("Won").length + staged("Lost").length,
      });
      expect(await totalDeals(tx, { win: "confirmed" })).toEqual({
        count: staged("Won").length,
        more: false,
        reportingAmount: 0,
      });
    });
    const [seller] = await sql<{ id: string; partner_id: string }>(
      "select id, partner_id from person where name = 'Anna Snelling'",
    );
    const anna = { ...world.alphaSales, personId: seller?.id ?? "", partnerId: seller?.partner_id ?? "" };
    await withActor(anna, async (tx) => {
      expect(await partnerTasks(tx, anna, today)).toEqual([]);
      const { rows } = await listDeals(tx, anna, { filter: { stages: ["won"] } });
      expect(rows).toHaveLength(50);
      expect(rows.every((row) => row.imported && !row.can.edit && !row.can.withdraw && !row.can.report)).toBe(true);
      const open = await listDeals(tx, anna, { filter: { stages: ["qualified"] }, size: 1 });
      expect(open.rows[0]?.can.edit).toBe(true);
    });
  });

  test("the same folder again: no question, no new row, nothing to change", async () => {
    const rows = await programRows();
    const again = await readImport(preset, filesIn(folder));
    for (const [id, onDuplicate] of [
      [cutId, "skip"],
      [again, "update"],
    ] as const) {
      const { report } = await checked(id, { onDuplicate });
      expect(report.questions).toEqual([]);
      for (const { outcomes } of report.parts)
        expect(outcomes).toMatchObject({ insert: 0, update: 0, skip: 0, error: 0 });
    }
    expect(done(await commit(again))).toMatchObject({ inserted: 0, updated: 0 });
    expect(await programRows()).toEqual(rows);
  }, 300_000);

  test("the undo leaves nothing of it", async () => {
    const taken = await undone(importId);
    expect(taken).toMatchObject({ removed: 3 + 6 + 35 + 35 + 7 + 85 + 8800, kept: [] });
    expect(await programRows()).toEqual(before);
    expect(
      await one(
        `select count(*) as value from deal where partner_id <> '${idOf("alpha")}' and partner_id <> '${idOf("beta")}'`,
      ),
    ).toBe("0");
  }, 300_000);
});

test("[MIGR-01] with the dollar as the reporting currency no reporting amount is missing", async () => {
  await sql("update installation set reporting_currency = 'USD'");
  const id = await readImport(preset, cutFolder());
  const { report } = await checked(id);
  expect(part(report, "deals").warnings).toEqual({
    customerNotNamed: beginning.filter((row) => row.account === "").length,
  });
  done(await commit(id));
  const won = beginning.filter((row) => row.deal_stage === "Won");
  expect(Number(await one("select sum(won_reporting_amount) as value from deal"))).toBe(cents(won));
  const years = { from: plainDate("2016-10-01"), until: plainDate("2018-01-01") };
  await withActor(world.finance, async (tx) => {
    expect(await totalDeals(tx, { win: "confirmed" })).toEqual({
      count: won.length,
      more: false,
      reportingAmount: cents(won),
    });
    // Nobody knows who brought them: a figure of its own, whose parts sum to it.
    expect(await sourcedRevenue(tx, years)).toMatchObject({ value: 0, count: 0 });
    const imported = await importedWins(tx, years);
    expect(imported).toMatchObject({ value: cents(won), count: won.length });
    expect(await totalDeals(tx, imported.filter)).toEqual({
      count: won.length,
      more: false,
      reportingAmount: cents(won),
    });
    const sum = (parts: readonly { amount: number }[]) => parts.reduce((all, { amount }) => all + amount, 0);
    expect(sum(await revenueByMonth(tx, years, "import"))).toBe(cents(won));
    expect(sum(await revenueByRegion(tx, years, "import"))).toBe(cents(won));
  });
}, 300_000);
