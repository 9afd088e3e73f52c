import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { plainDate } from "@/kernel/dates";
import {
  decisionTurnaround,
  openPipeline,
  protectedPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "@/modules/deals/public";
import { partnerTasks, vendorTasks, waitingCounts, waitingForVendor } from "@/modules/deals/queries/home";
import { listDeals, pageSize, totalDeals } from "@/modules/deals/queries/list-deals";
import { dealNews } from "@/modules/deals/queries/news";
import { jointDeals } from "@/modules/deals/queries/participants";
import { partnerTrack } from "@/modules/deals/queries/partner-track";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { countPartners, listPartners } from "@/modules/partners/queries/list-partners";
import { recordStream } from "@/modules/records/queries/stream";
import { databaseRole, type Tx, withActor } from "@/server/db";
import { testDatabaseUrl } from "../support/database";
import { does, done, drafted } from "../support/deals";
import { type Explained, listenToPlans, steps } from "../support/plans";
import { seedVolume } from "../support/volume";
import { content, idOf, noon, sql, today, world } from "../support/world";

/** Tables that grow as the program does, so that reading one from end to end gets slower every day. */
const growing = [
  "deal",
  "account",
  "account_name",
  "account_domain",
  "account_link",
  "account_search",
  "protection",
  "partner",
  "event",
  "deal_participant",
];

let explain: Awaited<ReturnType<typeof listenToPlans>>;
/** A deal that everybody of the audiences sees, and where the fourth page of each reader's list begins. */
let deal: { id: string; customer_name: string };
const fourthPage = new Map<PersonActor, string>();

/** Who reads, by the database role that decides which rows there are. */
const audiences = [
  ["entente_partner", world.alphaAdmin],
  ["entente_partner_own", world.alphaSales],
  ["entente_vendor_scoped", world.manager],
  ["entente_vendor_all", world.owner],
] as const;

beforeAll(async () => {
  await seedVolume();
  explain = await listenToPlans();
  const mine =
    "select id, customer_name from deal where owner_id = $1 and number like 'D-26-1%' order by number limit 1";
  const [found] = await sql<typeof deal>(mine, [world.alphaSales.personId]);
  if (!found) throw new Error("the volume holds no deal of alpha");
  deal = found;
  for (const [, actor] of audiences) {
    for (let page = 1; page < 4; page += 1) {
      const after = fourthPage.get(actor);
      const { next } = await withActor(actor, (tx) => listDeals(tx, actor, { filter: {}, after }));
      if (!next) throw new Error(`${actor.name} sees too few deals for a fourth page`);
      fourthPage.set(actor, next);
    }
  }
});

type Read = (tx: Tx, actor: PersonActor) => Promise<unknown>;
const year = { from: plainDate("2026-01-01"), until: plainDate("2027-01-01") };

/** What has to find its few rows through an index, also for a reader who sees every deal. */
const selective: readonly (readonly [string, Read])[] = [
  ["the first page of the list", (tx, actor) => listDeals(tx, actor, { filter: {} })],
  ["a later page", (tx, actor) => listDeals(tx, actor, { filter: {}, after: fourthPage.get(actor) })],
  ["a search", (tx, actor) => listDeals(tx, actor, { filter: { search: deal.customer_name } })],
  ["the record", (tx, actor) => recordDeal(tx, actor, deal.id, noon, "Europe/Berlin")],
  [
    "the timeline",
    (tx, actor) =>
      recordStream(
        tx,
        actor,
        { kind: "deal", id: deal.id },
        { filter: "all", after: undefined, decisions: [], now: noon },
      ),
  ],
  ["the tasks of a reviewer", vendorTasks],
  [
    "the queue",
    (tx, actor) =>
      listDeals(tx, actor, {
        filter: { statuses: ["in_review"], reviewerId: actor.personId },
        sort: { by: "due", descending: false },
      }),
  ],
  ["the counts of the shell", waitingCounts],
  ...(["customer", "amount", "close", "protected"] as const).flatMap((by) =>
    [true, false].map((descending): [string, Read] => [
      `the list by ${by}, ${descending ? "down" : "up"}`,
      (tx, actor) => listDeals(tx, actor, { filter: {}, sort: { by, descending } }),
    ]),
  ),
];

/** What adds up or sorts all rows a reader sees: every deal for those who see every deal. */
const whole: readonly (readonly [string, Read])[] = [
  ["the list by status", (tx, actor) => listDeals(tx, actor, { filter: { statuses: ["approved"] } })],
  ["the totals of the list", (tx) => totalDeals(tx, {})],
  ["what waits for the vendor", waitingForVendor],
  ["the tasks of a partner", (tx, actor) => partnerTasks(tx, actor, today)],
  ["the news", (tx, actor) => dealNews(tx, actor, 6)],
  ["the list of partners", (tx) => listPartners(tx, { wonSince: year.from })],
  ["the number of partners", (tx) => countPartners(tx)],
  ["the track record", (tx) => partnerTrack(tx, idOf("alpha"))],
  ["sourced revenue", (tx) => sourcedRevenue(tx, year)],
  ["reported wins", reportedWins],
  ["open pipeline", (tx) => openPipeline(tx)],
  ["open pipeline as of a day", (tx) => openPipeline(tx, today)],
  ["protected pipeline", protectedPipeline],
  ["win rate", (tx) => winRate(tx, year)],
  ["decision turnaround", (tx) => decisionTurnaround(tx, year, 960)],
  ["revenue by month", (tx) => revenueByMonth(tx, year)],
  ["revenue by region", (tx) => revenueByRegion(tx, year)],
];

const quarter = { from: plainDate("2026-04-01"), until: plainDate("2026-07-01") };

/** What adds up a part of all deals: read from an index, the others stay where they are. */
const figures: readonly (readonly [string, Read])[] = [
  ["sourced revenue", (tx) => sourcedRevenue(tx, quarter)],
  ["open pipeline", (tx) => openPipeline(tx)],
  ["reported wins", reportedWins],
  ["win rate", (tx) => winRate(tx, quarter)],
  ["decision turnaround", (tx) => decisionTurnaround(tx, quarter, 960)],
  ["revenue by month", (tx) => revenueByMonth(tx, quarter)],
  ["revenue by region", (tx) => revenueByRegion(tx, quarter)],
];

test.each(figures)("%s of a quarter, for who sees all deals, reads none of the others", async (_name, read) => {
  const plans = await plansOf(world.owner, read);
  expect(plans).not.toEqual([]);
  expect(endToEnd(plans, ["deal"])).toEqual([]);
});

const plansOf = (actor: PersonActor, read: Read) => explain(() => withActor(actor, (tx) => read(tx, actor)));

/** The statements that read a growing table from end to end. */
function endToEnd(plans: readonly Explained[], tables: readonly string[] = growing): string[] {
  return plans.flatMap(({ sql: text, plan }) =>
    steps(plan)
      .filter((step) => step["Node Type"] === "Seq Scan" && tables.includes(step["Relation Name"] ?? ""))
      .map((step) => `${step["Relation Name"]} in ${text.replace(/\s+/g, " ").trim().slice(0, 120)}`),
  );
}

/** The steps in which a policy asks per row who is reading, instead of once per statement. */
function askedPerRow(plans: readonly Explained[]): string[] {
  return plans.flatMap(({ plan }) =>
    steps(plan).flatMap(({ Plans: _below, ...step }) => {
      const repeated = step["Parent Relationship"] === "InitPlan" && step["Actual Loops"] > 1;
      return repeated || /current_setting\(|entente\./.test(JSON.stringify(step)) ? [JSON.stringify(step)] : [];
    }),
  );
}

/** How many rows of a table the steps of a plan looked at, whether they kept them or not. */
function rowsRead(plans: readonly Explained[], table: string): number {
  return plans
    .flatMap(({ plan }) => steps(plan))
    .filter((step) => step["Relation Name"] === table)
    .map((step) => (step["Actual Rows"] + (step["Rows Removed by Filter"] ?? 0)) * step["Actual Loops"])
    .reduce((sum, rows) => sum + rows, 0);
}

describe.each(audiences)("%s", (role, actor) => {
  test("is the role of this reader", () => expect(databaseRole(actor)).toBe(role));

  test.each([...selective, ...whole])("%s asks once per statement who is reading", async (_name, read) => {
    const plans = await plansOf(actor, read);
    expect(plans).not.toEqual([]);
    expect(askedPerRow(plans)).toEqual([]);
  });

  const limited = role === "entente_vendor_all" ? selective : [...selective, ...whole];
  test.each(limited)("%s reads no growing table from end to end", async (_name, read) => {
    expect(endToEnd(await plansOf(actor, read))).toEqual([]);
  });
});

test.each(selective.slice(0, 3))("%s among all deals looks at no more deals than a page has", async (_name, read) => {
  const rows = rowsRead(await plansOf(world.owner, read), "deal");
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(pageSize + 10);
});

test.each([
  ["entente_partner", world.alphaAdmin],
  ["entente_partner_own", world.alphaSales],
] as const)("%s finds the deals of others it takes part in through an index", async (_role, actor) => {
  const plans = await plansOf(actor, jointDeals);
  expect(plans.map((plan) => plan.sql).join()).toContain("entente.joint_deal");
  expect(endToEnd(plans)).toEqual([]);
});

// The few matches are joined with all partners, which is cheaper than looking each of them up while there are a thousand.
const looked = growing.filter((table) => table !== "partner");

test.each([
  ["a new customer", { name: "Zugspitz Seilbahnbau GmbH", website: "zugspitz-seilbahn.de", country: "DE" }],
  [
    "a customer by another name",
    { name: "Isarwerk Logistik Holding", website: "isarwerk-logistik.example", country: "DE" },
  ],
])("submitting a registration of %s reads no growing table from end to end", async (_what, customer) => {
  const dealId = await drafted(world.alphaSales);
  const plans = await explain(async () => {
    done(await does(world.alphaSales, submitDeal, { dealId, version: 1, content: content({ customer }) }));
  });
  expect(plans.map((plan) => plan.sql).join()).toContain("entente.accounts_like");
  expect(endToEnd(plans, looked)).toEqual([]);
});

test("names like another are found through the index of keys", async () => {
  const body = await sql<{ prosrc: string }>("select prosrc from pg_proc where proname = 'accounts_like'");
  const statement = (body[0]?.prosrc ?? "")
    .replace(/\bwhole\b/g, "'{1,2}'::int[]")
    .replace(/\bwords\b/g, "'{3}'::int[]");
  const client = new pg.Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  await client.query("set enable_seqscan = off");
  const plan = await client.query(`explain ${statement.replace(/\bmost\b/g, "40").replace("own_country", "'DE'")}`);
  await client.end();
  const text = JSON.stringify(plan.rows);
  expect(text.match(/account_search_keys/g)).toHaveLength(2);
  expect(text).not.toContain("Seq Scan");
});
