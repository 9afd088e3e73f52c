import { addDays, dayOf, instantAt, type PlainDate, weekdayOf } from "./dates";

type Hours = readonly [open: string, close: string];

/** When work happens: opening hours by weekday (1 Monday … 7 Sunday) in a zone, and the days without any. */
export type BusinessCalendar = {
  readonly zone: string;
  readonly hours: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, Hours | null>>;
  readonly holidays: readonly PlainDate[];
};

const minute = 60_000;
// Longer than any run of closed days; a calendar that never opens is a mistake, not a long wait.
const patience = 400;

type Span = { readonly from: number; readonly to: number };

function openingOf(calendar: BusinessCalendar, day: PlainDate): Span | null {
  if (calendar.holidays.includes(day)) return null;
  const hours = calendar.hours[weekdayOf(day) as keyof BusinessCalendar["hours"]];
  if (!hours) return null;
  const from = instantAt(day, hours[0], calendar.zone).getTime();
  const to = instantAt(day, hours[1], calendar.zone).getTime();
  return to > from ? { from, to } : null;
}

/** Whether work happens at an instant; opening is included, closing is not. */
export function isOpen(calendar: BusinessCalendar, at: Date): boolean {
  const opening = openingOf(calendar, dayOf(at, calendar.zone));
  return opening !== null && at.getTime() >= opening.from && at.getTime() < opening.to;
}

/**
 * The instant at which this many business minutes have passed. Outside opening hours no time counts. Throws a RangeError for
 * negative minutes and for a calendar that does not open within 400 days.
 */
export function addBusinessMinutes(calendar: BusinessCalendar, from: Date, minutes: number): Date {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError("business minutes are not negative");
  let left = minutes * minute;
  let day = dayOf(from, calendar.zone);
  for (let closed = 0; closed < patience; day = addDays(day, 1)) {
    const opening = openingOf(calendar, day);
    const start = opening ? Math.max(opening.from, from.getTime()) : 0;
    if (!opening || start >= opening.to) {
      closed += 1;
      continue;
    }
    closed = 0;
    if (left <= opening.to - start) return new Date(start + left);
    left -= opening.to - start;
  }
  throw new RangeError("the calendar never opens");
}

/** Business minutes between two instants, rounded down; 0 where `to` is not after `from`. */
export function businessMinutesBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  if (to.getTime() <= from.getTime()) return 0;
  const last = dayOf(to, calendar.zone);
  let total = 0;
  for (let day = dayOf(from, calendar.zone); day <= last; day = addDays(day, 1)) {
    const opening = openingOf(calendar, day);
    if (!opening) continue;
    total += Math.max(0, Math.min(opening.to, to.getTime()) - Math.max(opening.from, from.getTime()));
  }
  return Math.floor(total / minute);
}

/** The close of the n-th business day after the day of `from`. */
export function addBusinessDays(calendar: BusinessCalendar, from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 1) throw new RangeError("business days are counted from one");
  let day = dayOf(from, calendar.zone);
  let left = days;
  for (let closed = 0; closed < patience; ) {
    day = addDays(day, 1);
    const opening = openingOf(calendar, day);
    closed = opening ? 0 : closed + 1;
    if (opening) left -= 1;
    if (opening && left === 0) return new Date(opening.to);
  }
  throw new RangeError("the calendar never opens");
}
