import type { BusinessCalendar } from "@/kernel/calendar";
import { isOpen } from "@/kernel/calendar";
import { addDays, instantAt, type PlainDate, startOfDay } from "@/kernel/dates";
import { vendorZone } from "../moments";

const minute = 60_000;
const dayLength = 480 * minute;

/**
 * The days of a history by number, with the answers of the business calendar in tables: the same as those of the kernel for
 * moments in working hours, and fast enough for millions of them. Instants are milliseconds.
 */
export type Days = {
  readonly dayOf: (at: number) => number;
  readonly text: (day: number) => PlainDate;
  /** The first instant of a day. */
  readonly start: (day: number) => number;
  /** Nine o'clock of a working day, of this one or the next. */
  readonly opening: (day: number) => number;
  readonly isWorking: (day: number) => boolean;
  readonly afterMinutes: (at: number, minutes: number) => number;
  readonly minutesBetween: (from: number, to: number) => number;
  /** The close of the n-th working day after the day of an instant. */
  readonly afterDays: (at: number, days: number) => number;
};

/** Tables for this many days from a first one on; asking beyond them throws. */
export function daysFrom(calendar: BusinessCalendar, first: PlainDate, count: number): Days {
  const texts = Array.from({ length: count }, (_, day) => addDays(first, day));
  const starts = texts.map((text) => startOfDay(text, vendorZone).getTime());
  const openings = texts.map((text) => instantAt(text, "09:00", vendorZone).getTime());
  const working = openings.map((opening) => isOpen(calendar, new Date(opening)));
  // The number of each day among working days, and back.
  const workingDays = texts.flatMap((_, day) => (working[day] ? [day] : []));
  const ordinal: number[] = [];
  for (const isWorking of working) ordinal.push((ordinal.at(-1) ?? -1) + (isWorking ? 1 : 0));

  const get = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new RangeError(`day ${index} is outside the tables`);
    return found;
  };
  const dayOf = (at: number) => {
    let day = Math.floor((at - get(starts, 0)) / 86_400_000);
    if (get(starts, day) > at) day -= 1;
    return get(starts, day + 1) <= at ? day + 1 : day;
  };
  const offset = (at: number, day: number) => at - get(openings, day);
  return {
    dayOf,
    text: (day) => get(texts, day),
    start: (day) => get(starts, day),
    opening: (day) => get(openings, working[day] ? day : get(workingDays, get(ordinal, day) + 1)),
    isWorking: (day) => get(working, day),
    afterMinutes(at, minutes) {
      const day = dayOf(at);
      const total = offset(at, day) + minutes * minute;
      const rest = total % dayLength;
      // What fits exactly ends at the close of a day, not at the next opening.
      const full = Math.floor(total / dayLength) - (rest === 0 && total > 0 ? 1 : 0);
      return get(openings, get(workingDays, get(ordinal, day) + full)) + (total - full * dayLength);
    },
    minutesBetween(from, to) {
      const [first, last] = [dayOf(from), dayOf(to)];
      const whole = (get(ordinal, last) - get(ordinal, first)) * 480;
      return Math.floor(whole + (offset(to, last) - offset(from, first)) / minute);
    },
    afterDays: (at, days) => get(openings, get(workingDays, get(ordinal, dayOf(at)) + days)) + dayLength,
  };
}
