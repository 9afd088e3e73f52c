import { addDays, dayOf, existsIn, instantAt, type PlainDate, startOfDay, weekdayOf } from "./dates";

/** Wall-clock times of one day; it may close at "24:00", the end of the day. */
type Hours = readonly [open: string, close: string];

/** When work happens: opening hours by weekday (1 Monday … 7 Sunday) in a zone, and the days without any. */
export type BusinessCalendar = {
  readonly zone: string;
  readonly hours: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, Hours | null>>;
  readonly holidays: readonly PlainDate[];
};

const minute = 60_000;
// Longer than any run of closed days; a calendar that stays closed is a mistake, not a long wait.
const patience = 400;

type Opening = { readonly day: PlainDate; readonly from: number; readonly to: number };

function openingOf({ zone, hours, holidays }: BusinessCalendar, day: PlainDate): Opening | null {
  const times = hours[weekdayOf(day) as keyof BusinessCalendar["hours"]];
  if (!times || holidays.includes(day) || !existsIn(day, zone)) return null;
  const [open, close] = times;
  const from = instantAt(day, open, zone).getTime();
  const end = close === "24:00" ? startOfDay(addDays(day, 1), zone) : instantAt(day, close, zone);
  return end.getTime() > from ? { day, from, to: end.getTime() } : null;
}

/** The first opening on a day or after it. */
function nextOpening(calendar: BusinessCalendar, day: PlainDate): Opening {
  for (let closed = 0; closed <= patience; closed += 1) {
    const opening = openingOf(calendar, addDays(day, closed));
    if (opening) return opening;
  }
  throw new RangeError(`the calendar is closed for more than ${patience} days from ${day} on`);
}

/** Whether work happens at an instant; opening is included, closing is not. */
export function isOpen(calendar: BusinessCalendar, at: Date): boolean {
  const opening = openingOf(calendar, dayOf(at, calendar.zone));
  return opening !== null && at.getTime() >= opening.from && at.getTime() < opening.to;
}

/**
 * The instant at which this many business minutes have passed. Outside opening hours no time counts. Throws a RangeError for
 * negative minutes and for a calendar that is closed for more than 400 days in a row.
 */
export function addBusinessMinutes(calendar: BusinessCalendar, from: Date, minutes: number): Date {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError("business minutes are not negative");
  let left = minutes * minute;
  let opening = nextOpening(calendar, dayOf(from, calendar.zone));
  for (;;) {
    const start = Math.max(opening.from, from.getTime());
    if (start < opening.to && left <= opening.to - start) return new Date(start + left);
    left -= Math.max(0, opening.to - start);
    opening = nextOpening(calendar, addDays(opening.day, 1));
  }
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

/** The close of the n-th business day after the day of `from`. Throws a RangeError like `addBusinessMinutes`. */
export function addBusinessDays(calendar: BusinessCalendar, from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 1) throw new RangeError("business days are counted from one");
  let opening = nextOpening(calendar, addDays(dayOf(from, calendar.zone), 1));
  for (let left = days; left > 1; left -= 1) opening = nextOpening(calendar, addDays(opening.day, 1));
  return new Date(opening.to);
}
