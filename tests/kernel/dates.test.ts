import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  dayOf,
  daysBetween,
  existsIn,
  fiscalQuarter,
  fiscalYear,
  instantAt,
  isPlainDate,
  plainDate,
  startOfDay,
  weekdayOf,
} from "@/kernel/dates";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "America/St_Johns",
];

// Counted without the library: days since 1970 in UTC.
const dayNumber = (day: string) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
const fromNumber = (days: number) => plainDate(new Date(days * 86_400_000).toISOString().slice(0, 10));
// 1980 to 2100.
const days = fc.integer({ min: 3652, max: 47_482 }).map(fromNumber);

describe("a day", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "+010000-01-01",
    "0000-12-31",
    "-000001-01-01",
    "10000-01-01",
    "2026-1-1",
    "20260101",
    "2026-01-01T00:00",
    "",
    " 2026-01-01",
  ])("%j does not exist", (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  test.each(["2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01", "9999-12-31"])("%s exists", (text) =>
    expect(plainDate(text)).toBe(text),
  );

  test("the year 1900 had no leap day", () => expect(isPlainDate("1900-02-29")).toBe(false));
});

describe("counting days", () => {
  test("N days after day D is day D+N, and back", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        const later = addDays(day, count);
        expect(dayNumber(later) - dayNumber(day)).toBe(count * 86_400_000);
        expect(daysBetween(day, later)).toBe(count);
        expect(addDays(later, -count)).toBe(day);
        expect(Math.sign(compareDates(later, day))).toBe(Math.sign(count));
      }),
    );
  });

  test("weekdays run from Monday 1 to Sunday 7", () => {
    expect(weekdayOf(plainDate("2026-11-23"))).toBe(1);
    expect(weekdayOf(plainDate("2026-11-29"))).toBe(7);
  });
});

describe("the calendar", () => {
  const first = plainDate("0001-01-01");
  const last = plainDate("9999-12-31");
  const message = "is not between 0001-01-01 and 9999-12-31";

  test.each<[string, () => unknown]>([
    ["a day after its last", () => addDays(last, 1)],
    ["a day before its first", () => addDays(first, -1)],
    ["a month after its last", () => addMonths(plainDate("9999-12-01"), 1)],
    ["a month before its first", () => addMonths(plainDate("0001-01-31"), -1)],
    ["the day of an instant after its last", () => dayOf(new Date("9999-12-31T12:00:00Z"), "Pacific/Auckland")],
    ["the day of an instant before its first", () => dayOf(new Date("0001-01-01T00:00:00Z"), "America/New_York")],
    ["the fiscal year that ends after its last", () => fiscalYear(last, 1)],
  ])("refuses %s", (_, reach) => {
    expect(reach).toThrow(RangeError);
    expect(reach).toThrow(message);
  });

  test("reaches to both its ends", () => {
    expect(addDays(last, -daysBetween(first, last))).toBe(first);
    expect(addDays(first, daysBetween(first, last))).toBe(last);
    expect(addMonths(first, 9998 * 12 + 11)).toBe("9999-12-01");
    expect(dayOf(new Date("9999-12-31T23:59:59.999Z"), "UTC")).toBe(last);
  });
});

describe("months", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-05-19", 0, "2026-05-19"],
  ])("%s and %i months is %s", (day, months, expected) => expect(addMonths(plainDate(day), months)).toBe(expected));

  test("clamp to the month's last day and never leave the month", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -240, max: 240 }), (day, months) => {
        const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
        const length = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
        const expected = [
          String(Math.floor(index / 12)).padStart(4, "0"),
          String((index % 12) + 1).padStart(2, "0"),
          String(Math.min(Number(day.slice(8)), length)).padStart(2, "0"),
        ].join("-");
        expect(addMonths(day, months)).toBe(expected);
      }),
    );
  });
});

describe("days and instants", () => {
  // The platform's own calendar is the yardstick.
  const reader = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat("en-CA", { timeZone: zone })]));

  test.each(zones)("R17: %s: an instant falls on the day the wall calendar shows", (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 315_532_800_000, max: 4_102_444_800_000 }), (time) => {
        expect(dayOf(new Date(time), zone)).toBe(reader.get(zone)?.format(time));
      }),
      { numRuns: 200 },
    );
  });

  test.each(zones)("R17: %s: a day starts at its first instant", (zone) => {
    fc.assert(
      fc.property(days, (day) => {
        // Apia had no 30 December 2011: it went from one side of the date line to the other.
        fc.pre(!(zone === "Pacific/Apia" && day === "2011-12-30"));
        const start = startOfDay(day, zone).getTime();
        expect(dayOf(new Date(start), zone)).toBe(day);
        expect(dayOf(new Date(start - 1), zone) < day).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["Europe/Berlin", "2026-03-29", 23],
    ["Europe/Berlin", "2026-10-25", 25],
    ["Australia/Lord_Howe", "2026-10-04", 23.5],
    ["Asia/Kolkata", "2026-03-29", 24],
  ])("in %s the day %s has %d hours", (zone, text, hours) => {
    const day = plainDate(text);
    const length = startOfDay(addDays(day, 1), zone).getTime() - startOfDay(day, zone).getTime();
    expect(length / 3_600_000).toBe(hours);
  });

  test("a day whose midnight the clocks skip starts at one", () => {
    expect(startOfDay(plainDate("2018-11-04"), "America/Sao_Paulo").toISOString()).toBe("2018-11-04T03:00:00.000Z");
  });

  test.each([
    ["09:00", "2026-01-15", "2026-01-15T08:00:00.000Z"],
    ["09:00", "2026-07-15", "2026-07-15T07:00:00.000Z"],
    ["02:30", "2026-03-29", "2026-03-29T01:30:00.000Z"],
  ])("%s in Berlin on %s is %s; a skipped time moves forward", (time, day, instant) =>
    expect(instantAt(plainDate(day), time, "Europe/Berlin").toISOString()).toBe(instant),
  );
});

describe("a day that a zone skipped", () => {
  test.each([
    ["2011-12-30", "Pacific/Apia", false],
    ["2011-12-29", "Pacific/Apia", true],
    ["2011-12-31", "Pacific/Apia", true],
    ["2011-12-30", "Pacific/Auckland", true],
    ["1993-08-21", "Pacific/Kwajalein", false],
    // Without a midnight, but a day all the same.
    ["2018-11-04", "America/Sao_Paulo", true],
  ])("%s in %s: it is %s that there was one", (day, zone, was) => expect(existsIn(plainDate(day), zone)).toBe(was));
});

describe("fiscal periods", () => {
  test.each([
    ["2026-01-01", 1, 2026, 1, "2026-01-01", "2026-04-01"],
    ["2026-12-31", 1, 2026, 4, "2026-10-01", "2027-01-01"],
    ["2026-01-31", 2, 2026, 4, "2025-11-01", "2026-02-01"],
    ["2026-02-01", 2, 2027, 1, "2026-02-01", "2026-05-01"],
    ["2026-03-31", 4, 2026, 4, "2026-01-01", "2026-04-01"],
    ["2026-04-01", 4, 2027, 1, "2026-04-01", "2026-07-01"],
    ["2026-11-25", 10, 2027, 1, "2026-10-01", "2027-01-01"],
    ["2026-11-30", 12, 2026, 4, "2026-09-01", "2026-12-01"],
    ["2026-12-01", 12, 2027, 1, "2026-12-01", "2027-03-01"],
  ])("%s with a year from month %i is in %i, quarter %i", (day, startMonth, year, quarter, from, until) =>
    expect(fiscalQuarter(plainDate(day), startMonth)).toEqual({ year, quarter, from, until }),
  );

  test("hold their day, and four quarters tile a year, whatever month it starts in", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), (day, startMonth) => {
        const year = fiscalYear(day, startMonth);
        const quarter = fiscalQuarter(day, startMonth);
        expect(year.from <= day && day < year.until).toBe(true);
        expect(quarter.from <= day && day < quarter.until).toBe(true);
        expect(Number(year.from.slice(5, 7))).toBe(startMonth);
        expect(year.year).toBe(Number(addDays(year.until, -1).slice(0, 4)));
        expect(quarter.year).toBe(year.year);
        const quarters = [0, 3, 6, 9].map((months) => fiscalQuarter(addMonths(year.from, months), startMonth));
        expect(quarters.map((part) => part.quarter)).toEqual([1, 2, 3, 4]);
        expect(quarters.map((part) => part.until)).toEqual([...quarters.slice(1).map((part) => part.from), year.until]);
      }),
    );
  });

  test.each([0, 13, -1, 1.5, Number.NaN])("do not start in month %d", (startMonth) => {
    const day = plainDate("2026-11-25");
    expect(() => fiscalYear(day, startMonth)).toThrow("a fiscal year starts in a month from 1 to 12");
    expect(() => fiscalQuarter(day, startMonth)).toThrow(RangeError);
  });
});
