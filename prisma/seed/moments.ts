import { type BusinessCalendar, businessMinutesBetween } from "@/kernel/calendar";
import { addDays, dayOf, instantAt, type PlainDate, weekdayOf } from "@/kernel/dates";

export const vendorZone = "Europe/Berlin";

/** The day of an instant, as the vendor's calendar has it. */
export const dayAt = (at: Date) => dayOf(at, vendorZone);

/** Something that happens at a moment; what follows from it is put on the same list. */
export type Moment = { readonly at: Date; readonly tell: () => void };

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list. */
export function pick<T>(list: readonly T[], roll: () => number): T {
  const found = list[Math.floor(roll() * list.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

/** A working moment: the day itself or the working day before it, at an hour and minute in the vendor's zone. */
export function workingMoment(day: PlainDate, hour: number, minute: number): Date {
  let working = day;
  while (weekdayOf(working) > 5) working = addDays(working, -1);
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return instantAt(working, time, vendorZone);
}

/** The n-th working day before a day; 0 is the day itself, or Friday on a weekend. */
export function workingDaysBefore(day: PlainDate, count: number): PlainDate {
  let found = day;
  for (let left = count; ; found = addDays(found, -1)) {
    if (weekdayOf(found) > 5) continue;
    if (left === 0) return found;
    left -= 1;
  }
}

/** Hours later, moved into the working hours of that day. */
export function later(at: Date, hours: number, roll: () => number): Date {
  const moment = workingMoment(
    dayAt(new Date(at.getTime() + hours * 3_600_000)),
    9 + Math.floor(roll() * 7),
    Math.floor(roll() * 60),
  );
  return moment > at ? moment : new Date(at.getTime() + 95 * 60_000);
}

/** The latest instant that lies this many business minutes before a moment. */
export function businessMinutesBefore(calendar: BusinessCalendar, moment: Date, minutes: number): Date {
  const step = 60_000;
  let far = Math.floor((moment.getTime() - (minutes / 480 + 10) * 3 * 86_400_000) / step);
  let near = Math.floor(moment.getTime() / step);
  while (near - far > 1) {
    const middle = Math.floor((far + near) / 2);
    if (businessMinutesBetween(calendar, new Date(middle * step), moment) >= minutes) far = middle;
    else near = middle;
  }
  return new Date(far * step);
}
