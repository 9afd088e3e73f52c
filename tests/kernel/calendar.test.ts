import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessDays,
  addBusinessMinutes,
  type BusinessCalendar,
  businessMinutesBetween,
  isOpen,
} from "@/kernel/calendar";
import { addDays, dayOf, plainDate } from "@/kernel/dates";

const week = (open: string, close: string): BusinessCalendar["hours"] => {
  const day = [open, close] as const;
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: null, 7: null };
};
const office: BusinessCalendar = {
  zone: "Europe/Berlin",
  hours: week("09:00", "17:00"),
  holidays: [plainDate("2026-12-25")],
};
const never: BusinessCalendar = { ...office, hours: { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null } };
// Open while the clocks change, in both directions and by half an hour.
const nights: BusinessCalendar = {
  zone: "Australia/Lord_Howe",
  hours: { ...week("22:00", "23:30"), 6: null, 7: ["00:00", "06:00"] },
  holidays: [plainDate("2026-10-05")],
};
const calendars = fc.constantFrom(office, nights, {
  ...office,
  zone: "America/St_Johns",
  hours: week("00:00", "23:59"),
});
// Whole minutes of 2026 and 2027.
const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  .map((minute) => new Date(minute * 60_000));
const spans = fc.integer({ min: 0, max: 20_000 });
const at = (text: string) => new Date(text);

describe("opening hours", () => {
  test.each([
    ["2026-11-25T07:59:59.999Z", false],
    ["2026-11-25T08:00:00Z", true],
    ["2026-11-25T15:59:59.999Z", true],
    ["2026-11-25T16:00:00Z", false],
    ["2026-11-28T10:00:00Z", false],
    ["2026-12-25T10:00:00Z", false],
    ["2026-07-01T07:00:00Z", true],
    ["2026-01-07T07:00:00Z", false],
  ])("at %s it is %s that Berlin works", (instant, open) => expect(isOpen(office, at(instant))).toBe(open));
});

describe("business minutes", () => {
  test.each([
    ["inside one day", "2026-11-25T08:00:00Z", 60, "2026-11-25T09:00:00.000Z"],
    ["from before the opening", "2026-11-25T03:00:00Z", 60, "2026-11-25T09:00:00.000Z"],
    ["up to the close", "2026-11-25T15:00:00Z", 60, "2026-11-25T16:00:00.000Z"],
    ["over the close", "2026-11-25T15:00:00Z", 61, "2026-11-26T08:01:00.000Z"],
    ["over a weekend", "2026-11-27T15:30:00Z", 60, "2026-11-30T08:30:00.000Z"],
    ["over a holiday and a weekend", "2026-12-24T15:30:00Z", 60, "2026-12-28T08:30:00.000Z"],
    ["two days of eight hours", "2026-11-24T09:30:00Z", 960, "2026-11-26T09:30:00.000Z"],
    ["over the start of summer time", "2026-03-27T15:00:00Z", 120, "2026-03-30T08:00:00.000Z"],
    ["over the end of summer time", "2026-10-23T14:00:00Z", 120, "2026-10-26T09:00:00.000Z"],
    ["none, while open", "2026-11-25T10:00:00Z", 0, "2026-11-25T10:00:00.000Z"],
    ["none, at the close", "2026-11-25T16:00:00Z", 0, "2026-11-26T08:00:00.000Z"],
    ["none, while closed", "2026-11-28T10:00:00Z", 0, "2026-11-30T08:00:00.000Z"],
  ])("%s", (_, from, minutes, expected) => {
    expect(addBusinessMinutes(office, at(from), minutes).toISOString()).toBe(expected);
  });

  test("count the hour that is lost or gained at night", () => {
    // Lord Howe, Sunday 00:00 to 06:00: the clocks jump 02:00 → 02:30 in October and 02:00 → 01:30 in April.
    const minutesOn = (from: string) =>
      businessMinutesBetween(nights, at(from), new Date(at(from).getTime() + 86_400_000));
    expect(minutesOn("2026-10-03T13:00:00Z")).toBe(330);
    expect(minutesOn("2026-04-04T12:30:00Z")).toBe(390);
    expect(minutesOn("2026-05-02T13:30:00Z")).toBe(360);
  });

  test("between two instants are what was added", () => {
    fc.assert(
      fc.property(calendars, instants, spans, (calendar, from, minutes) => {
        expect(businessMinutesBetween(calendar, from, addBusinessMinutes(calendar, from, minutes))).toBe(minutes);
      }),
      { numRuns: 300 },
    );
  });

  test("end inside opening hours, the close included", () => {
    fc.assert(
      fc.property(calendars, instants, spans, (calendar, from, minutes) => {
        const end = addBusinessMinutes(calendar, from, minutes).getTime();
        expect(isOpen(calendar, new Date(end)) || isOpen(calendar, new Date(end - 1))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("are monotone: later or longer never ends earlier", () => {
    fc.assert(
      fc.property(calendars, instants, spans, fc.nat(5000), (calendar, from, minutes, more) => {
        const end = addBusinessMinutes(calendar, from, minutes);
        const later = new Date(from.getTime() + more * 60_000);
        expect(addBusinessMinutes(calendar, later, minutes) >= end).toBe(true);
        expect(addBusinessMinutes(calendar, from, minutes + more) >= end).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("are none backwards, and parts of minutes do not count", () => {
    expect(businessMinutesBetween(office, at("2026-11-25T12:00:00Z"), at("2026-11-25T10:00:00Z"))).toBe(0);
    expect(businessMinutesBetween(office, at("2026-11-25T10:00:00Z"), at("2026-11-25T10:01:59Z"))).toBe(1);
  });

  // Where the calendar never opens the loop ends, so that a missing check is a failure and not a hang.
  test.each([-1, Number.NaN])("%d are refused", (minutes) =>
    expect(() => addBusinessMinutes(never, at("2026-11-25T10:00:00Z"), minutes)).toThrow("not negative"),
  );
});

describe("business days", () => {
  test.each([
    ["2026-11-25T10:00:00Z", 1, "2026-11-26T16:00:00.000Z"],
    ["2026-11-25T10:00:00Z", 10, "2026-12-09T16:00:00.000Z"],
    ["2026-11-27T10:00:00Z", 1, "2026-11-30T16:00:00.000Z"],
    ["2026-11-28T10:00:00Z", 1, "2026-11-30T16:00:00.000Z"],
    ["2026-12-24T10:00:00Z", 1, "2026-12-28T16:00:00.000Z"],
    ["2026-03-27T10:00:00Z", 1, "2026-03-30T15:00:00.000Z"],
    ["2026-11-24T23:30:00Z", 1, "2026-11-26T16:00:00.000Z"],
  ])("from %s, %i on, end at the close: %s", (from, days, expected) =>
    expect(addBusinessDays(office, at(from), days).toISOString()).toBe(expected),
  );

  test.each([0, -1, 1.5])("%d are refused", (days) =>
    expect(() => addBusinessDays(office, at("2026-11-25T10:00:00Z"), days)).toThrow(RangeError),
  );
});

describe("a day that ends at 24:00", () => {
  const late: BusinessCalendar = { ...office, hours: { ...office.hours, 3: ["18:00", "24:00"] } };

  test.each([
    ["2026-11-25T16:59:59.999Z", false],
    ["2026-11-25T17:00:00Z", true],
    ["2026-11-25T22:59:59.999Z", true],
    ["2026-11-25T23:00:00Z", false],
  ])("at %s it is %s that Berlin works", (instant, open) => expect(isOpen(late, at(instant))).toBe(open));

  test("has its last minute", () => {
    expect(addBusinessMinutes(late, at("2026-11-25T22:00:00Z"), 60).toISOString()).toBe("2026-11-25T23:00:00.000Z");
    expect(addBusinessMinutes(late, at("2026-11-25T22:00:00Z"), 61).toISOString()).toBe("2026-11-26T08:01:00.000Z");
    expect(addBusinessDays(late, at("2026-11-24T10:00:00Z"), 1).toISOString()).toBe("2026-11-25T23:00:00.000Z");
  });

  test.each([
    ["Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23],
    ["Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25],
    // The clocks skip the midnight at which 3 November ends.
    ["America/Sao_Paulo", "2018-11-03T03:00:00Z", "2018-11-04T03:00:00Z", 24],
    ["Pacific/Apia", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z", 24],
  ])("is as long as the day in %s from %s", (zone, from, to, hours) => {
    const all = ["00:00", "24:00"] as const;
    const round = { ...office, zone, hours: { 1: all, 2: all, 3: all, 4: all, 5: all, 6: all, 7: all } };
    const start = at(from);
    expect(addBusinessMinutes(round, start, hours * 60).toISOString()).toBe(at(to).toISOString());
    expect(businessMinutesBetween(round, start, at(to))).toBe(hours * 60);
    expect(isOpen(round, new Date(at(to).getTime() - 1)) && isOpen(round, at(to))).toBe(true);
  });

  test("does not begin then", () => {
    const wrong: BusinessCalendar = { ...office, hours: week("24:00", "24:00") };
    expect(() => isOpen(wrong, at("2026-11-25T10:00:00Z"))).toThrow(RangeError);
  });
});

describe("a day that a zone skipped", () => {
  // Each went from one side of the date line to the other; the instants are the noons before and after.
  test.each([
    ["Pacific/Apia", "2011-12-30", "2011-12-29T22:00:00Z", "2011-12-30T22:00:00Z"],
    ["Pacific/Fakaofo", "2011-12-30", "2011-12-29T23:00:00Z", "2011-12-30T23:00:00Z"],
    ["Pacific/Kiritimati", "1994-12-31", "1994-12-30T22:00:00Z", "1994-12-31T22:00:00Z"],
    ["Pacific/Kwajalein", "1993-08-21", "1993-08-21T00:00:00Z", "1993-08-22T00:00:00Z"],
  ])("in %s, %s, counts for nothing", (zone, skipped, before, after) => {
    const all = ["09:00", "17:00"] as const;
    const daily = { ...office, zone, hours: { 1: all, 2: all, 3: all, 4: all, 5: all, 6: all, 7: all }, holidays: [] };
    const holiday = { ...daily, holidays: [plainDate(skipped)] };
    expect(businessMinutesBetween(daily, at(before), at(after))).toBe(480);
    for (const minutes of [0, 300, 301, 780, 781, 2000])
      expect(addBusinessMinutes(daily, at(before), minutes)).toEqual(addBusinessMinutes(holiday, at(before), minutes));
    for (const days of [1, 2, 3])
      expect(addBusinessDays(daily, at(before), days)).toEqual(addBusinessDays(holiday, at(before), days));
  });

  test("is not the next business day", () => {
    // Thursday 29 December 2011 in Apia; there was no Friday, and the weekend is closed.
    const apia = { ...office, zone: "Pacific/Apia", holidays: [] };
    expect(addBusinessDays(apia, at("2011-12-29T22:00:00Z"), 1).toISOString()).toBe("2012-01-02T03:00:00.000Z");
  });
});

describe("closed days in a row", () => {
  const closedFor = (count: number): BusinessCalendar => ({
    ...office,
    hours: { ...week("09:00", "17:00"), 6: ["09:00", "17:00"], 7: ["09:00", "17:00"] },
    holidays: Array.from({ length: count }, (_, index) => addDays(plainDate("2026-11-26"), index)),
  });
  const before = at("2026-11-25T15:30:00Z");
  const start = at("2026-11-26T10:00:00Z");

  test("are waited for where they are 400", () => {
    const first = dayOf(addBusinessMinutes(closedFor(400), before, 31), "Europe/Berlin");
    expect(first).toBe(addDays(plainDate("2026-11-26"), 400));
    expect(dayOf(addBusinessMinutes(closedFor(400), start, 1), "Europe/Berlin")).toBe(first);
    expect(dayOf(addBusinessDays(closedFor(400), before, 1), "Europe/Berlin")).toBe(first);
  });

  test("are an error where they are more, which says from when on", () => {
    const message = "the calendar is closed for more than 400 days from 2026-11-26 on";
    expect(() => addBusinessMinutes(closedFor(401), before, 31)).toThrow(message);
    expect(() => addBusinessMinutes(closedFor(401), start, 1)).toThrow(message);
    expect(() => addBusinessDays(closedFor(401), before, 1)).toThrow(message);
    expect(addBusinessMinutes(closedFor(401), before, 30)).toEqual(at("2026-11-25T16:00:00Z"));
  });

  test("are an error where the calendar never opens", () => {
    expect(() => addBusinessMinutes(never, at("2026-11-25T10:00:00Z"), 1)).toThrow(RangeError);
    expect(() => addBusinessDays(never, at("2026-11-25T10:00:00Z"), 1)).toThrow(RangeError);
    expect(businessMinutesBetween(never, at("2026-11-25T10:00:00Z"), at("2026-12-25T10:00:00Z"))).toBe(0);
  });
});
