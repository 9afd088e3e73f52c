import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessDays,
  addBusinessMinutes,
  type BusinessCalendar,
  businessMinutesBetween,
  isOpen,
} from "@/kernel/calendar";
import { plainDate } from "@/kernel/dates";

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

test("a calendar that never opens is refused instead of waited for", () => {
  expect(() => addBusinessMinutes(never, at("2026-11-25T10:00:00Z"), 1)).toThrow(RangeError);
  expect(() => addBusinessDays(never, at("2026-11-25T10:00:00Z"), 1)).toThrow(RangeError);
  expect(businessMinutesBetween(never, at("2026-11-25T10:00:00Z"), at("2026-12-25T10:00:00Z"))).toBe(0);
});
