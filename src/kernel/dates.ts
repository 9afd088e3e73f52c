import { Temporal } from "temporal-polyfill";

/** A calendar day as ISO text, "2026-11-25", from 0001-01-01 to 9999-12-31: only there do days compare as text. */
export type PlainDate = string & { readonly __plainDate: true };

const shape = /^\d{4}-\d{2}-\d{2}$/;
const first = "0001-01-01";
const last = "9999-12-31";

/** Whether a text is a day that exists. */
export function isPlainDate(text: string): text is PlainDate {
  if (!shape.test(text) || text < first) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

/** Reads a day. Throws a RangeError where it does not exist. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`${text} is not a day`);
  return text;
}

const of = (day: PlainDate) => Temporal.PlainDate.from(day);

function back(day: Temporal.PlainDate): PlainDate {
  if (day.year < 1 || day.year > 9999) throw new RangeError(`${day} is not between ${first} and ${last}`);
  // Temporal writes days of these years in the brand's shape.
  return day.toString() as PlainDate;
}

/** N days after day D is day D+N. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return back(of(day).add({ days }));
}

/** Months clamp to the month's last day: 31 January + 1 month is the last day of February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  return back(of(day).add({ months }, { overflow: "constrain" }));
}

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return of(a).until(of(b), { largestUnit: "day" }).days;
}

/** Negative, zero or positive, for sorting. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The calendar day an instant falls on in a zone (IANA name). */
export function dayOf(instant: Date, zone: string): PlainDate {
  return back(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate());
}

/** The first instant of a day in a zone; not midnight where the clocks skip it. */
export function startOfDay(day: PlainDate, zone: string): Date {
  return new Date(of(day).toZonedDateTime(zone).startOfDay().epochMilliseconds);
}

/** Whether a zone had a day: one that crossed the date line went without one (Pacific/Apia without 30 December 2011). */
export function existsIn(day: PlainDate, zone: string): boolean {
  return dayOf(startOfDay(day, zone), zone) === day;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: PlainDate): number {
  return of(day).dayOfWeek;
}

/** The instant of a wall-clock time ("09:00") on a day in a zone; a time the clocks skip is moved forward. */
export function instantAt(day: PlainDate, time: string, zone: string): Date {
  return new Date(
    of(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
  );
}

/** A quarter or year: `from` is its first day, `until` the first day after it. */
export type FiscalSpan = { readonly year: number; readonly from: PlainDate; readonly until: PlainDate };

/** The fiscal year a day is in, named by the calendar year in which it ends. Throws a RangeError where `startMonth` is not 1 to 12. */
export function fiscalYear(day: PlainDate, startMonth: number): FiscalSpan {
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12)
    throw new RangeError("a fiscal year starts in a month from 1 to 12");
  const { year, month } = of(day);
  const starts = month >= startMonth ? year : year - 1;
  const from = back(Temporal.PlainDate.from({ year: starts, month: startMonth, day: 1 }));
  return { year: startMonth === 1 ? starts : starts + 1, from, until: addMonths(from, 12) };
}

/** The fiscal quarter a day is in, 1 to 4. */
export function fiscalQuarter(day: PlainDate, startMonth: number): FiscalSpan & { readonly quarter: number } {
  const year = fiscalYear(day, startMonth);
  const { month } = of(day);
  const index = Math.floor(((month - startMonth + 12) % 12) / 3);
  const from = addMonths(year.from, index * 3);
  return { year: year.year, quarter: index + 1, from, until: addMonths(from, 3) };
}
