import { addDays, type PlainDate } from "@/kernel/dates";

/** How many days ahead the lists look for protections that end. */
export const endingDays = 30;

/** A half-open range of days. */
export type Period = { readonly from: PlainDate; readonly until: PlainDate };

/** How many days before its end a protection is spoken of, and from when on in the vendor's day. */
export const endWarnings = { days: [14, 7, 1], from: "08:00" } as const;

/** N days after day D is day D+N; the day after the last protected one. */
export function protectionPeriod(approvedOn: PlainDate, days: number): Period {
  if (!Number.isInteger(days) || days < 1) throw new RangeError("a protection lasts at least one day");
  return { from: approvedOn, until: addDays(approvedOn, days) };
}

/** The last protected day, as screens show it. */
export function lastDay(period: Pick<Period, "until">): PlainDate {
  return addDays(period.until, -1);
}

/** Ends a protection on a day that is still protected; never empty, never longer than it was. */
export function endProtection(period: Period, lastProtected: PlainDate): Period {
  const until = addDays(lastProtected, 1);
  const earliest = addDays(period.from, 1);
  const bounded = until < earliest ? earliest : until;
  return { from: period.from, until: bounded < period.until ? bounded : period.until };
}
