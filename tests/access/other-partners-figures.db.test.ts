import { beforeAll, describe, expect, test } from "vitest";
import { addDays, plainDate } from "@/kernel/dates";
import {
  decisionTurnaround,
  type Figure,
  openPipeline,
  protectedPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "@/modules/deals/public";
import { partnerTasks, vendorTasks, waitingCounts, waitingForVendor } from "@/modules/deals/queries/home";
import { dealNews } from "@/modules/deals/queries/news";
import { partnerTrack } from "@/modules/deals/queries/partner-track";
import { quarterOf } from "@/modules/metrics/domain/quarters";
import { executiveOverview } from "@/modules/metrics/queries";
import { countPartners, listPartners } from "@/modules/partners/queries/list-partners";
import type { Tx } from "@/server/db";
import { type Company, seedDealsInEveryState } from "../support/canaries";
import { asked, leaks, type Reader, readers, type StoredDeal, storedDeals } from "../support/readers";
import { idOf, today } from "../support/world";

let deals: StoredDeal[];

beforeAll(async () => {
  await seedDealsInEveryState();
  deals = await storedDeals();
});

const everyReader = readers.map((reader) => [reader.who, reader] as const);
const year = { from: plainDate("2026-01-01"), until: plainDate("2027-01-01") };
const companies: readonly Company[] = ["alpha", "beta", "gamma"];

const seenBy = ({ sees }: Reader) => deals.filter(sees);
const total = (of: readonly StoredDeal[], amount: (deal: StoredDeal) => number) =>
  of.reduce((sum, deal) => sum + amount(deal), 0);
const isOpen = ({ status, stage }: StoredDeal) =>
  (status === "approved" || status === "expired") && stage !== "won" && stage !== "lost";
const estimate = (deal: StoredDeal) => deal.expected;
const revenue = (deal: StoredDeal) => deal.won;

/** What became of a registration later does not undo that it was approved. */
const wasApproved = ["approved", "expired", "released", "revoked"];

/** A figure, the deals it is made of, and its value where that is a sum. */
type Counted = readonly [
  string,
  (tx: Tx) => Promise<Figure>,
  (deal: StoredDeal) => boolean,
  ((deal: StoredDeal) => number) | null,
];

const figures: readonly Counted[] = [
  ["sourced revenue", (tx) => sourcedRevenue(tx, year), (deal) => deal.confirmed && deal.origin === "partner", revenue],
  ["reported wins", reportedWins, (deal) => deal.reported && !deal.confirmed, revenue],
  ["open pipeline", (tx) => openPipeline(tx), isOpen, estimate],
  ["protected pipeline", protectedPipeline, (deal) => isOpen(deal) && deal.status === "approved", estimate],
  ["win rate", (tx) => winRate(tx, year), (deal) => deal.stage === "lost" || deal.confirmed, null],
  [
    "decision turnaround",
    (tx) => decisionTurnaround(tx, year, 960),
    (deal) => deal.decided_at !== null && deal.reviewer_id !== null,
    null,
  ],
];

test.each(figures)(
  "there are deals in and out of the figure %s, so that counting it can go wrong",
  (_name, _read, counts) => {
    for (const company of companies) {
      const own = deals.filter((deal) => deal.partner_id === idOf(company));
      expect(own.filter(counts).length).toBeGreaterThan(0);
      expect(own.filter(counts).length).toBeLessThan(own.length);
    }
  },
);

describe.each(everyReader)("[GOVR-02] [S1] %s", (_who, reader) => {
  test.each(figures)("the figure %s counts the visible deals only", async (_name, read, counts, amount) => {
    const figure = await asked(reader, read);
    const expected = seenBy(reader).filter(counts);
    expect(figure.count).toBe(expected.length);
    if (amount) expect(figure.value).toBe(total(expected, amount));
  });

  test("revenue by month and by region adds up to the visible revenue", async () => {
    const visible = total(
      seenBy(reader).filter((deal) => deal.confirmed),
      revenue,
    );
    const months = await asked(reader, (tx) => revenueByMonth(tx, year));
    const regions = await asked(reader, (tx) => revenueByRegion(tx, year));
    expect(months.reduce((sum, { amount }) => sum + amount, 0)).toBe(visible);
    expect(regions.reduce((sum, { amount }) => sum + amount, 0)).toBe(visible);
  });

  test("the executive page adds up to the visible deals", async () => {
    const quarter = quarterOf(today, 1);
    const overview = await asked(reader, (tx) =>
      executiveOverview(tx, quarter, { today, startMonth: 1, limitMinutes: 960 }),
    );
    expect(overview.pipeline.count).toBe(seenBy(reader).filter(isOpen).length);
    expect(overview.sourced.count).toBe(seenBy(reader).filter((deal) => deal.confirmed).length);
    expect(leaks(reader, deals, overview)).toEqual([]);
  });

  test("the home page shows tasks and news of visible deals only", async () => {
    // Far enough ahead that every protected deal ends soon and is past its expected close.
    const later = addDays(today, 100);
    const shown = await asked(reader, async (tx, actor) => ({
      partner: await partnerTasks(tx, actor, later),
      vendor: await vendorTasks(tx, actor),
      waiting: await waitingForVendor(tx, actor),
      news: await dealNews(tx, actor, 40),
    }));
    const ids = [...shown.partner, ...shown.vendor].map(({ deal }) => deal.id);
    ids.push(...shown.waiting.map((deal) => deal.id), ...shown.news.map(({ dealId }) => dealId));
    const visible = new Set(seenBy(reader).map((deal) => deal.id));
    expect(ids.filter((id) => !visible.has(id))).toEqual([]);
    expect(ids.length > 0).toBe(visible.size > 0);
    expect(leaks(reader, deals, shown)).toEqual([]);
  });

  test("the shell counts visible deals only", async () => {
    const { actor } = reader;
    const mine = (deal: StoredDeal) => deal.status === "in_review" && deal.reviewer_id === actor.personId;
    const asks = (deal: StoredDeal) => deal.status === "needs_info";
    expect(await asked(reader, waitingCounts)).toEqual({
      decide: actor.side === "vendor" ? seenBy(reader).filter(mine).length : 0,
      answer: actor.side === "partner" ? seenBy(reader).filter(asks).length : 0,
    });
  });

  test("the list of partners has the known ones, with figures of visible deals", async () => {
    const expected = companies.filter((company) => reader.knows.includes(company));
    const { rows } = await asked(reader, (tx) => listPartners(tx, { wonSince: year.from }));
    expect(rows.map((row) => row.id).sort()).toEqual(expected.map(idOf).sort());
    expect(await asked(reader, (tx) => countPartners(tx))).toBe(expected.length);
    for (const row of rows) {
      const own = seenBy(reader).filter((deal) => deal.partner_id === row.id);
      expect(row).toMatchObject({
        openDeals: own.filter(isOpen).length,
        openAmount: total(own.filter(isOpen), estimate),
        wonAmount: total(
          own.filter((deal) => deal.confirmed),
          revenue,
        ),
        waiting: own.filter((deal) => deal.status === "in_review").length,
      });
    }
    expect(leaks(reader, deals, rows)).toEqual([]);
  });

  test.each(companies)("the track record of %s counts visible deals only", async (company) => {
    const own = seenBy(reader).filter((deal) => deal.partner_id === idOf(company));
    expect(await asked(reader, (tx) => partnerTrack(tx, idOf(company)))).toEqual({
      open: own.filter(isOpen).length,
      openAmount: total(own.filter(isOpen), estimate),
      approved: own.filter(({ status }) => wasApproved.includes(status)).length,
      decided: own.filter((deal) => deal.decided_at !== null).length,
    });
  });
});
