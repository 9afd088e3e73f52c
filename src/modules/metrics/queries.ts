import { addMonths, compareDates, type PlainDate } from "@/kernel/dates";
import {
  decisionTurnaround,
  type Figure,
  importedWins,
  openPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "@/modules/deals/public";
import type { Tx } from "@/server/db";
import { comparable, isRunning, lastDayOf, type Quarter } from "./domain/quarters";

export type ExecutiveOverview = {
  readonly sourced: Figure;
  readonly sourcedBefore: Figure;
  /** Wins that came with an import: nobody knows who brought them. */
  readonly imported: Figure;
  /** What the charts show: the imported wins while there is nothing else. */
  readonly charted: Figure;
  readonly pipeline: Figure;
  readonly winRate: Awaited<ReturnType<typeof winRate>>;
  readonly winRateBefore: Awaited<ReturnType<typeof winRate>>;
  readonly turnaround: Awaited<ReturnType<typeof decisionTurnaround>>;
  readonly turnaroundBefore: Awaited<ReturnType<typeof decisionTurnaround>>;
  readonly reported: Figure;
  readonly months: Awaited<ReturnType<typeof revenueByMonth>>;
  readonly regions: Awaited<ReturnType<typeof revenueByRegion>>;
};

/** The executive page of one quarter, with what it is compared with and the twelve months up to its end or today. */
export async function executiveOverview(
  tx: Tx,
  quarter: Quarter,
  { today, startMonth, limitMinutes }: { today: PlainDate; startMonth: number; limitMinutes: number },
): Promise<ExecutiveOverview> {
  const before = comparable(quarter, today, startMonth);
  const nextMonth = addMonths(`${today.slice(0, 7)}-01` as PlainDate, 1);
  const until = compareDates(nextMonth, quarter.until) < 0 ? nextMonth : quarter.until;
  const year = { from: addMonths(until, -12), until };
  const sourced = await sourcedRevenue(tx, quarter);
  const imported = await importedWins(tx, quarter);
  const origin = sourced.count === 0 && imported.count > 0 ? "import" : "partner";
  return {
    sourced,
    imported,
    charted: origin === "import" ? imported : sourced,
    sourcedBefore: await sourcedRevenue(tx, before),
    // A quarter that has ended shows what was open at its end, also when the deals have moved on.
    pipeline: await openPipeline(tx, isRunning(quarter, today) ? undefined : lastDayOf(quarter, today)),
    winRate: await winRate(tx, quarter),
    winRateBefore: await winRate(tx, before),
    turnaround: await decisionTurnaround(tx, quarter, limitMinutes),
    turnaroundBefore: await decisionTurnaround(tx, before, limitMinutes),
    reported: await reportedWins(tx),
    months: await revenueByMonth(tx, year, origin),
    regions: await revenueByRegion(tx, quarter, origin),
  };
}
