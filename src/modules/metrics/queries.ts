import { addDays, addMonths, fiscalQuarter, type PlainDate } from "@/kernel/dates";
import {
  decisionTurnaround,
  type Figure,
  type MetricPeriod,
  openPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "@/modules/deals/public";
import type { Tx } from "@/server/db";

export type Quarter = MetricPeriod & { readonly year: number; readonly quarter: number };

/** The fiscal quarter a day is in. */
export function quarterOf(day: PlainDate, startMonth: number): Quarter {
  const { year, quarter, from, until } = fiscalQuarter(day, startMonth);
  return { year, quarter, from, until };
}

/** The quarter before. */
export function quarterBefore(quarter: Quarter, startMonth: number): Quarter {
  return quarterOf(addDays(quarter.from, -1), startMonth);
}

export type ExecutiveOverview = {
  readonly sourced: Figure;
  readonly sourcedBefore: Figure;
  readonly pipeline: Figure;
  readonly winRate: Awaited<ReturnType<typeof winRate>>;
  readonly winRateBefore: Awaited<ReturnType<typeof winRate>>;
  readonly turnaround: Awaited<ReturnType<typeof decisionTurnaround>>;
  readonly turnaroundBefore: Awaited<ReturnType<typeof decisionTurnaround>>;
  readonly reported: Figure;
  readonly months: Awaited<ReturnType<typeof revenueByMonth>>;
  readonly regions: Awaited<ReturnType<typeof revenueByRegion>>;
};

/** The executive page of one quarter, with the quarter before it and the twelve months up to its end. */
export async function executiveOverview(
  tx: Tx,
  quarter: Quarter,
  before: Quarter,
  limitMinutes: number,
): Promise<ExecutiveOverview> {
  return {
    sourced: await sourcedRevenue(tx, quarter),
    sourcedBefore: await sourcedRevenue(tx, before),
    pipeline: await openPipeline(tx),
    winRate: await winRate(tx, quarter),
    winRateBefore: await winRate(tx, before),
    turnaround: await decisionTurnaround(tx, quarter, limitMinutes),
    turnaroundBefore: await decisionTurnaround(tx, before, limitMinutes),
    reported: await reportedWins(tx),
    months: await revenueByMonth(tx, { from: addMonths(quarter.until, -12), until: quarter.until }),
    regions: await revenueByRegion(tx, quarter),
  };
}
