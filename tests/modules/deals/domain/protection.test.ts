import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, plainDate } from "@/kernel/dates";
import { endProtection, lastDay, protectionPeriod } from "@/modules/deals/domain/protection";

const start = plainDate("2026-02-18");
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(plainDate("2020-01-01"), count));
const lengths = fc.integer({ min: 1, max: 730 });

describe("[DEAL-05] a protection window", () => {
  test.each([
    ["2026-02-18", 90, "2026-05-19", "2026-05-18"],
    ["2026-01-31", 1, "2026-02-01", "2026-01-31"],
    ["2024-02-28", 2, "2024-03-01", "2024-02-29"],
    ["2026-12-31", 30, "2027-01-30", "2027-01-29"],
  ])("from %s for %i days ends before %s and shows through %s", (from, length, until, last) => {
    const period = protectionPeriod(plainDate(from), length);
    expect(period).toEqual({ from, until });
    expect(lastDay(period)).toBe(last);
  });

  test("holds exactly its days, the last one shown included", () => {
    fc.assert(
      fc.property(days, lengths, (from, length) => {
        const period = protectionPeriod(from, length);
        expect(daysBetween(period.from, period.until)).toBe(length);
        expect(daysBetween(period.from, lastDay(period))).toBe(length - 1);
      }),
    );
  });

  test.each([0, -1, 1.5, Number.NaN])("of %d days is refused", (length) =>
    expect(() => protectionPeriod(start, length)).toThrow(RangeError),
  );
});

describe("ending a protection", () => {
  const period = protectionPeriod(start, 90);

  test.each([
    ["on a day within it", "2026-03-01", "2026-03-02"],
    ["on its first day", "2026-02-18", "2026-02-19"],
    ["before it began: its first day stays", "2026-01-01", "2026-02-19"],
    ["on its last day", "2026-05-18", "2026-05-19"],
    ["after its end", "2026-09-01", "2026-05-19"],
  ])("%s", (_, day, until) => expect(endProtection(period, plainDate(day))).toEqual({ from: start, until }));

  test("never empties it and never lengthens it", () => {
    fc.assert(
      fc.property(days, lengths, days, (from, length, day) => {
        const whole = protectionPeriod(from, length);
        const ended = endProtection(whole, day);
        expect(ended.from).toBe(whole.from);
        expect(ended.from < ended.until && ended.until <= whole.until).toBe(true);
      }),
    );
  });
});
