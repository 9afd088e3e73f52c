import { compareDates, type PlainDate } from "@/kernel/dates";
import { Prisma, type Tx } from "@/server/db";
import type { DealFilter } from "./domain/list-filter";
import { amountIn, conditionOf } from "./queries/list-deals";

/** Half-open: `until` is the first day after it. */
export type MetricPeriod = { readonly from: PlainDate; readonly until: PlainDate };

/** A figure with the filter of the rows that make it up. Money is in minor units of the reporting currency. */
export type Figure = { readonly value: number | null; readonly count: number; readonly filter: DealFilter };

async function sumOf(tx: Tx, filter: DealFilter, amount: Prisma.Sql): Promise<Figure> {
  const rows = await tx.$queryRaw<{ value: bigint | null; count: number }[]>`
    select coalesce(sum(${amount}), 0)::bigint as value, count(*)::int as count from deal d where ${conditionOf(filter)}`;
  return { value: Number(rows[0]?.value ?? 0), count: rows[0]?.count ?? 0, filter };
}

/** MET-01: Σ amount of confirmed wins whose origin is a partner, at the stored rate of the day they were won. */
export function sourcedRevenue(tx: Tx, period: MetricPeriod): Promise<Figure> {
  const filter: DealFilter = { win: "confirmed", origin: "partner", wonFrom: period.from, wonUntil: period.until };
  return sumOf(tx, filter, Prisma.sql`d.won_reporting_amount`);
}

/** Σ amount of confirmed wins that came with an import: a file does not say who brought them, so they are a figure of their own. */
export function importedWins(tx: Tx, period: MetricPeriod): Promise<Figure> {
  const filter: DealFilter = { win: "confirmed", origin: "import", wonFrom: period.from, wonUntil: period.until };
  return sumOf(tx, filter, Prisma.sql`d.won_reporting_amount`);
}

/** Wins partners reported that nobody has confirmed yet: a figure of its own, never part of revenue. */
export function reportedWins(tx: Tx): Promise<Figure> {
  return sumOf(tx, { win: "reported" }, Prisma.sql`d.won_reporting_amount`);
}

/** Σ estimates of registrations that were approved and are neither won nor lost: now, or as they stood at the end of a day. */
export function openPipeline(tx: Tx, asOf?: PlainDate): Promise<Figure> {
  const filter: DealFilter = asOf ? { openOn: asOf } : { open: true };
  return sumOf(tx, filter, asOf ? amountIn(filter) : Prisma.sql`d.reporting_amount`);
}

/** Σ estimates of open registrations that are protected now. */
export function protectedPipeline(tx: Tx): Promise<Figure> {
  return sumOf(tx, { statuses: ["approved"], open: true }, Prisma.sql`d.reporting_amount`);
}

/** MET-25: won ÷ (won + lost), closed in the period; a win counts once it is confirmed. Null while nothing closed. */
export async function winRate(tx: Tx, period: MetricPeriod): Promise<Figure & { readonly won: number }> {
  const filter: DealFilter = {
    stages: ["won", "lost"],
    closed: true,
    closedFrom: period.from,
    closedUntil: period.until,
  };
  const rows = await tx.$queryRaw<{ won: number; closed: number }[]>`
    select count(*) filter (where d.stage = 'won')::int as won, count(*)::int as closed from deal d where ${conditionOf(filter)}`;
  const { won, closed } = rows[0] ?? { won: 0, closed: 0 };
  return { value: closed === 0 ? null : won / closed, count: closed, won, filter };
}

/**
 * Median business hours from submission to decision of registrations a person decided in the period, waiting for the partner
 * left out, and how many were decided within the limit of their rules. What the rules decide at once would hide how long
 * people take. Null while nobody decided anything.
 */
export async function decisionTurnaround(
  tx: Tx,
  period: MetricPeriod,
  limitMinutes: number,
): Promise<Figure & { readonly onTime: number }> {
  const filter: DealFilter = { byPerson: true, decidedFrom: period.from, decidedUntil: period.until };
  const rows = await tx.$queryRaw<{ median: number | null; count: number; on_time: number }[]>`
    select percentile_cont(0.5) within group (order by d.decision_minutes) as median, count(*)::int as count,
      count(*) filter (where d.decision_minutes <= ${limitMinutes})::int as on_time
    from deal d where ${conditionOf(filter)}`;
  const row = rows[0];
  const median = row?.median ?? null;
  return { value: median === null ? null : median / 60, count: row?.count ?? 0, onTime: row?.on_time ?? 0, filter };
}

export type MonthlyRevenue = { readonly month: PlainDate; readonly amount: number };

type Origin = NonNullable<DealFilter["origin"]>;

/** Confirmed wins of one origin by month of the win, over whole months; one without a win is in it with zero. */
export async function revenueByMonth(
  tx: Tx,
  period: MetricPeriod,
  origin: Origin = "partner",
): Promise<MonthlyRevenue[]> {
  const filter: DealFilter = { win: "confirmed", origin, wonFrom: period.from, wonUntil: period.until };
  const rows = await tx.$queryRaw<{ month: string; amount: bigint }[]>`
    select to_char(m.month, 'YYYY-MM-DD') as month, coalesce(w.amount, 0)::bigint as amount
    from generate_series(${period.from}::date, ${period.until}::date - 1, interval '1 month') m (month)
    left join (
      select date_trunc('month', d.won_on::timestamp)::date as month, sum(d.won_reporting_amount) as amount
      from deal d where ${conditionOf(filter)} group by 1
    ) w on w.month = m.month::date order by m.month`;
  return rows
    .map((row) => ({ month: row.month as PlainDate, amount: Number(row.amount) }))
    .sort((a, b) => compareDates(a.month, b.month));
}

export type RegionalRevenue = {
  readonly regionId: string;
  readonly region: string;
  readonly amount: number;
  readonly count: number;
};

/** Confirmed wins of one origin by the partner's region; the parts sum to the figure of that origin in the same period. */
export async function revenueByRegion(
  tx: Tx,
  period: MetricPeriod,
  origin: Origin = "partner",
): Promise<RegionalRevenue[]> {
  const filter: DealFilter = { win: "confirmed", origin, wonFrom: period.from, wonUntil: period.until };
  const rows = await tx.$queryRaw<{ region_id: string; region: string; amount: bigint; count: number }[]>`
    select r.id as region_id, r.name as region, sum(d.won_reporting_amount)::bigint as amount, count(*)::int as count
    from deal d join partner p on p.id = d.partner_id join region r on r.id = p.region_id
    where ${conditionOf(filter)} group by r.id order by amount desc, r.name`;
  return rows.map((row) => ({
    regionId: row.region_id,
    region: row.region,
    amount: Number(row.amount),
    count: row.count,
  }));
}
