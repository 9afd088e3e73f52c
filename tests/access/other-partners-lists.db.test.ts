import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays } from "@/kernel/dates";
import type { ListSort } from "@/kernel/list";
import type { DealFilter, DealSort } from "@/modules/deals/domain/list-filter";
import { type DealRow, listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { exportDeals } from "../../src/app/deal-export";
import { canariesIn, seedDealsInEveryState } from "../support/canaries";
import { asked, leaks, type Reader, readers, type StoredDeal, storedDeals } from "../support/readers";
import { idOf, noon, today } from "../support/world";

vi.mock("next-intl/server", () => ({
  getTranslations: async () => (key: string) => key,
  getLocale: async () => "en",
}));

let deals: StoredDeal[];
/** A deal of a seller of alpha, which nearly every reader does not see. */
let target: StoredDeal;

beforeAll(async () => {
  await seedDealsInEveryState();
  deals = await storedDeals();
  const found = deals.find((deal) => deal.owner_id === idOf("Sam Alpha") && deal.status === "approved");
  if (!found) throw new Error("nothing of alpha was approved");
  target = found;
});

const is =
  (...statuses: string[]) =>
  (deal: StoredDeal) =>
    statuses.includes(deal.status);
const isSold = (deal: StoredDeal) => deal.stage === "won" || deal.stage === "lost";
const isClosed = (deal: StoredDeal) => deal.stage === "lost" || deal.confirmed;
const isDecided = (deal: StoredDeal) => deal.decided_at !== null;
const decidedToday = (deal: StoredDeal) => deal.decided_at !== null && deal.decided_at >= noon;
const tomorrow = addDays(today, 1);

/** What a filter asks for, and which deals that means for somebody who sees them all. */
type Asked = readonly [ask: () => DealFilter, matches: (deal: StoredDeal) => boolean];

/** Every filter there is, aimed at a foreign deal where it can be. */
const filters: Readonly<Record<keyof DealFilter | "nothing" | "number" | "everything", Asked>> = {
  nothing: [() => ({}), () => true],
  everything: [() => ({ search: "cnry" }), (deal) => deal.customer_name.startsWith("CNRY")],
  number: [() => ({ search: target.number }), (deal) => deal.number === target.number],
  search: [() => ({ search: target.customer_name }), (deal) => deal.customer_name === target.customer_name],
  statuses: [() => ({ statuses: ["in_review", "needs_info"] }), is("in_review", "needs_info")],
  stages: [() => ({ stages: ["won", "lost"] }), isSold],
  open: [() => ({ open: true }), (deal) => is("approved", "expired")(deal) && !isSold(deal)],
  openOn: [() => ({ openOn: today }), (deal) => is("approved", "expired")(deal) && !isSold(deal)],
  closed: [() => ({ closed: true }), isClosed],
  closedFrom: [() => ({ closedFrom: today }), (deal) => deal.closed_on === today],
  closedUntil: [() => ({ closedUntil: tomorrow }), (deal) => deal.closed_on === today],
  decided: [() => ({ decided: true }), isDecided],
  byPerson: [() => ({ byPerson: true }), (deal) => isDecided(deal) && deal.reviewer_id !== null],
  decidedFrom: [() => ({ decidedFrom: today }), decidedToday],
  decidedUntil: [() => ({ decidedUntil: today }), (deal) => isDecided(deal) && !decidedToday(deal)],
  dueBefore: [() => ({ dueBefore: new Date("2027-06-01") }), (deal) => deal.due_at !== null],
  endsThrough: [() => ({ endsThrough: addDays(today, 120) }), (deal) => is("approved")(deal) && !isSold(deal)],
  win: [() => ({ win: "reported" }), (deal) => deal.reported && !deal.confirmed],
  wonFrom: [() => ({ wonFrom: today }), (deal) => deal.won_on === today],
  wonUntil: [() => ({ wonUntil: tomorrow }), (deal) => deal.won_on === today],
  origin: [() => ({ origin: "partner" }), (deal) => deal.origin === "partner"],
  partnerId: [() => ({ partnerId: target.partner_id }), (deal) => deal.partner_id === target.partner_id],
  ownerId: [() => ({ ownerId: target.owner_id }), (deal) => deal.owner_id === target.owner_id],
  reviewers: [
    () => ({ reviewers: [target.reviewer_id ?? target.id] }),
    (deal) => deal.reviewer_id === target.reviewer_id,
  ],
  reviewerId: [() => ({ reviewerId: target.reviewer_id ?? "" }), (deal) => deal.reviewer_id === target.reviewer_id],
  accountId: [() => ({ accountId: target.account_id ?? "" }), (deal) => deal.account_id === target.account_id],
  tier: [() => ({ tier: "gold" }), () => true],
  partnerSize: [() => ({ partnerSize: "small" }), (deal) => deal.partner_id !== idOf("alpha")],
  regionId: [() => ({ regionId: idOf("dach") }), (deal) => deal.partner_id !== idOf("gamma")],
};
const everyFilter = Object.entries(filters);
const sorts = (["created", "customer", "amount", "due", "close", "protected"] as const).flatMap((by) =>
  [true, false].map((descending): [string, ListSort<DealSort>] => [
    `${by}, ${descending ? "down" : "up"}`,
    { by, descending },
  ]),
);
const newest: ListSort<DealSort> = { by: "created", descending: true };

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id).sort();

async function allPages(reader: Reader, filter: DealFilter, sort: ListSort<DealSort>): Promise<DealRow[]> {
  const rows: DealRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await asked(reader, (tx, actor) => listDeals(tx, actor, { filter, sort, after, size: 20 }));
    rows.push(...page.rows);
    if (!page.next) return rows;
    after = page.next;
  }
}

test.each(everyFilter)(
  "the filter %s finds a deal, so that an empty list would be seen to be wrong",
  (_name, [, matches]) => {
    expect(deals.filter(matches)).not.toEqual([]);
  },
);

describe.each(readers.map((reader) => [reader.who, reader] as const))("[GOVR-02] [S1] %s", (_who, reader) => {
  test.each(sorts)("sorted by %s, every page of the list holds visible deals only", async (_order, sort) => {
    const rows = await allPages(reader, {}, sort);
    expect(idsOf(rows)).toEqual(idsOf(deals.filter(reader.sees)));
    expect(leaks(reader, deals, rows)).toEqual([]);
  });

  test.each(everyFilter)("filtered by %s, list and totals hold visible deals only", async (_name, [ask, matches]) => {
    const expected = deals.filter((deal) => reader.sees(deal) && matches(deal));
    const rows = await allPages(reader, ask(), newest);
    expect(idsOf(rows)).toEqual(idsOf(expected));
    expect(canariesIn(rows.map((row) => row.customer))).toEqual(canariesIn(expected.map((deal) => deal.customer_name)));
    expect(leaks(reader, deals, rows)).toEqual([]);
    const reportingAmount = expected.reduce((sum, deal) => sum + (deal.won || deal.expected), 0);
    expect(await asked(reader, (tx) => totalDeals(tx, ask()))).toEqual({
      count: expected.length,
      more: false,
      reportingAmount,
    });
  });

  test.each([
    ["", filters.nothing],
    ["?search=cnry", filters.everything],
    ["?statuses=in_review,needs_info", filters.statuses],
  ] as const)("the export%s holds visible deals only", async (query, [, matches]) => {
    const request = new Request(`http://localhost:3000/portal/deals/export${query}`);
    const body = await (await exportDeals({ actor: reader.actor, request })).text();
    const expected = deals.filter((deal) => reader.sees(deal) && matches(deal)).map((deal) => deal.number);
    expect((body.match(/(?<=,)D-\d+-\d+/gm) ?? []).sort()).toEqual(expected.sort());
    expect(leaks(reader, deals, body)).toEqual([]);
  });
});
