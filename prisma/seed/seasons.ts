import { addDays, type PlainDate, weekdayOf } from "@/kernel/dates";

// How busy a month is, January first: quarters end busily, August and the end of December are still.
const busy = [0.65, 0.75, 1, 0.7, 0.75, 1, 0.6, 0.35, 0.95, 0.7, 0.8, 0.9];

const monthOf = (day: PlainDate) => Number(day.slice(5, 7));
const dayOfMonth = (day: PlainDate) => Number(day.slice(8, 10));
const isTurnOfTheYear = (day: PlainDate) =>
  (monthOf(day) === 12 && dayOfMonth(day) > 20) || (monthOf(day) === 1 && dayOfMonth(day) < 7);

/** How busy a day is, 0 to 1. */
export function busyness(day: PlainDate): number {
  if (weekdayOf(day) > 5) return 0;
  if (isTurnOfTheYear(day)) return 0.1;
  const closing = monthOf(day) % 3 === 0 && dayOfMonth(day) > 18 ? 1 : 0.8;
  return (busy[monthOf(day) - 1] ?? 0) * closing;
}

/** Whether those who decide are few: decisions take longer then. */
export function isShortStaffed(day: PlainDate): boolean {
  return monthOf(day) === 8 || isTurnOfTheYear(day);
}

/** A day between two, `until` not included: more of them late than early, and more in busy weeks. */
export function dayInSeason(from: PlainDate, span: number, roll: () => number): PlainDate {
  for (;;) {
    const day = addDays(from, Math.floor(span * roll() ** 0.8));
    if (roll() < busyness(day)) return day;
  }
}
