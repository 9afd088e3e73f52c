import { addDays, addMonths, compareDates, daysBetween, fiscalQuarter, type PlainDate } from "@/kernel/dates";

/** A fiscal quarter; half-open, `until` is the first day after it. */
export type Quarter = {
  readonly year: number;
  readonly quarter: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
};

/** The fiscal quarter a day is in. */
export function quarterOf(day: PlainDate, startMonth: number): Quarter {
  const { year, quarter, from, until } = fiscalQuarter(day, startMonth);
  return { year, quarter, from, until };
}

/** The quarter before. */
export function quarterBefore(quarter: Quarter, startMonth: number): Quarter {
  return quarterOf(addDays(quarter.from, -1), startMonth);
}

/** The last day of a quarter, or today while it runs: the day its figures are as of. */
export function lastDayOf(quarter: Quarter, today: PlainDate): PlainDate {
  return isRunning(quarter, today) ? today : addDays(quarter.until, -1);
}

/** The day two years before: partners that signed since then are the new ones. */
export function twoYearsTo(day: PlainDate): PlainDate {
  return addMonths(day, -24);
}

/** Whether the quarter has not ended on that day. */
export function isRunning(quarter: Quarter, today: PlainDate): boolean {
  return compareDates(today, quarter.until) < 0;
}

/**
 * What a quarter is fairly compared with: the quarter before, and while it runs only as many days of it, for half a quarter
 * always loses against a whole one.
 */
export function comparable(quarter: Quarter, today: PlainDate, startMonth: number): Quarter {
  const before = quarterBefore(quarter, startMonth);
  if (!isRunning(quarter, today)) return before;
  const until = addDays(before.from, daysBetween(quarter.from, today) + 1);
  return compareDates(until, before.until) < 0 ? { ...before, until } : before;
}
