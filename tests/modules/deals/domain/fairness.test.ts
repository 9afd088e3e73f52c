import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DecidedGroup, judge, wilson } from "@/modules/deals/domain/fairness";

const group = (key: string, count: number, approved: number): DecidedGroup => ({
  key,
  name: key,
  count,
  approved,
  medianMinutes: 300,
});
const counted = fc
  .integer({ min: 1, max: 500 })
  .chain((count) => fc.integer({ min: 0, max: count }).map((approved) => ({ count, approved })));

describe("[GOVR-10] the interval of a share", () => {
  test.each([
    // Newcombe (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
    [0, 0, 0, 1],
  ])("of %i in %i is %f to %f", (successes, count, low, high) => {
    expect(wilson(successes, count).low).toBeCloseTo(low, 3);
    expect(wilson(successes, count).high).toBeCloseTo(high, 3);
  });

  test("holds the share, stays between 0 and 1, and mirrors", () => {
    fc.assert(
      fc.property(counted, ({ count, approved }) => {
        const { low, high } = wilson(approved, count);
        const mirror = wilson(count - approved, count);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(approved / count + 1e-12);
        expect(high).toBeGreaterThanOrEqual(approved / count - 1e-12);
        expect(mirror.low).toBeCloseTo(1 - high, 10);
      }),
    );
  });

  test("is narrower the more there are", () => {
    fc.assert(
      fc.property(counted, ({ count, approved }) => {
        const [once, twice] = [wilson(approved, count), wilson(approved * 2, count * 2)];
        expect(twice.high - twice.low).toBeLessThan(once.high - once.low);
      }),
    );
  });
});

describe("[GOVR-10] a group", () => {
  test.each([
    ["that is treated like all", 40, 36, null],
    ["that is rejected more often than chance explains", 40, 24, "below"],
    ["that is approved more often than chance explains", 60, 60, "above"],
    ["that is too small to be judged", 9, 0, null],
    ["that is just large enough", 10, 3, "below"],
  ] as const)("%s", (_what, count, approved, apart) => {
    expect(judge([group("a", count, approved)], { count: 1000, approved: 870 })[0]?.apart).toBe(apart);
  });

  test("is flagged only where its interval excludes the rate of all", () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 8 }), (groups) => {
        const sum = (of: "count" | "approved") => groups.reduce((total, one) => total + one[of], 0);
        const all = { count: sum("count"), approved: sum("approved") };
        const rate = all.approved / all.count;
        const named = groups.map(({ count, approved }, index) => group(String(index), count, approved));
        for (const { apart, small, interval } of judge(named, all)) {
          if (apart === "below") expect(interval.high).toBeLessThan(rate);
          if (apart === "above") expect(interval.low).toBeGreaterThan(rate);
          if (apart === null && !small) expect(interval.low <= rate && rate <= interval.high).toBe(true);
        }
      }),
    );
  });

  test("that is the only one never stands apart", () => {
    fc.assert(
      fc.property(counted, (all) => {
        expect(judge([group("a", all.count, all.approved)], all)[0]?.apart).toBeNull();
      }),
    );
  });
});
