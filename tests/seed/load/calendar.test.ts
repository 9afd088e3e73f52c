import fc from "fast-check";
import { expect, test } from "vitest";
import { addBusinessDays, addBusinessMinutes, type BusinessCalendar, businessMinutesBetween } from "@/kernel/calendar";
import { dayOf, plainDate, startOfDay } from "@/kernel/dates";
import { daysFrom } from "../../../prisma/seed/load/calendar";
import { holidaysAround } from "../../../prisma/seed/work-calendar";

const nineToFive = ["09:00", "17:00"] as const;
const calendar: BusinessCalendar = {
  zone: "Europe/Berlin",
  hours: { 1: nineToFive, 2: nineToFive, 3: nineToFive, 4: nineToFive, 5: nineToFive, 6: null, 7: null },
  holidays: holidaysAround(plainDate("2026-11-25")),
};
const days = daysFrom(calendar, plainDate("2024-06-01"), 1100);
/** Moments of working days, to the minute. */
const moments = fc
  .tuple(fc.integer({ min: 5, max: 900 }), fc.integer({ min: 0, max: 479 }))
  .map(([day, minute]) => days.opening(day) + minute * 60_000);

test("the tables say what the business calendar says, over holidays and changes of the clock", () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 4000 }), (at, minutes) => {
      expect(days.afterMinutes(at, minutes)).toBe(addBusinessMinutes(calendar, new Date(at), minutes).getTime());
    }),
  );
  fc.assert(
    fc.property(moments, moments, (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      expect(days.minutesBetween(from, to)).toBe(businessMinutesBetween(calendar, new Date(from), new Date(to)));
    }),
  );
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 20 }), (at, count) => {
      expect(days.afterDays(at, count)).toBe(addBusinessDays(calendar, new Date(at), count).getTime());
    }),
  );
});

test.each([
  [0, 480],
  [0, 960],
  [60, 420],
  [479, 1],
  [479, 481],
])("what fits exactly, %i minutes after opening for %i, ends at the close of a day", (offset, minutes) => {
  const at = days.opening(100) + offset * 60_000;
  expect(days.afterMinutes(at, minutes)).toBe(addBusinessMinutes(calendar, new Date(at), minutes).getTime());
});

test("a day begins where the zone says, and every instant is in its day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 23 * 3600 }), (day, seconds) => {
      const at = days.start(day) + seconds * 1000;
      expect(days.dayOf(at)).toBe(day);
      expect(days.text(day)).toBe(dayOf(new Date(at), calendar.zone));
      expect(days.start(day)).toBe(startOfDay(days.text(day), calendar.zone).getTime());
    }),
  );
});
