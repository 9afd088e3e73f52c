import fc from "fast-check";
import { expect, test } from "vitest";
import { atRiskOn, dayOfShare, type Observation, reachCurve } from "@/kernel/survival";

const at = (days: number): Observation => ({ days, reached: true });
const not = (days: number): Observation => ({ days, reached: false });

// Freireich et al. 1963, the patients given 6-MP: the textbook example of the estimate, with survival as published.
const textbook = [6, 6, 6, 7, 10, 13, 16, 22, 23]
  .map(at)
  .concat([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(not));

test("equals the published estimate of the textbook example", () => {
  const survival = reachCurve(textbook).map(({ day, atRisk, share }) => [day, atRisk, Number((1 - share).toFixed(4))]);
  expect(survival).toEqual([
    [6, 21, 0.8571],
    [7, 17, 0.8067],
    [10, 15, 0.7529],
    [13, 12, 0.6902],
    [16, 11, 0.6275],
    [22, 7, 0.5378],
    [23, 6, 0.4482],
  ]);
  expect(dayOfShare(reachCurve(textbook), 0.5)).toBe(23);
});

test("without anybody still waiting it is the plain share", () => {
  const curve = reachCurve([10, 20, 30, 40].map(at));
  expect(curve.map(({ share }) => share)).toEqual([0.25, 0.5, 0.75, 1]);
  expect(dayOfShare(curve, 0.5)).toBe(20);
});

test("who waits is not dropped: the half comes later than among those who got there", () => {
  expect(dayOfShare(reachCurve([10, 20, 30].map(at)), 0.5)).toBe(20);
  expect(dayOfShare(reachCurve([at(10), at(20), at(30), not(90), not(90)]), 0.5)).toBe(30);
  expect(dayOfShare(reachCurve([at(10), not(90), not(90), not(90)]), 0.5)).toBeNull();
});

test("nobody gives no curve", () => {
  expect(reachCurve([])).toEqual([]);
  expect(dayOfShare([], 0.5)).toBeNull();
  expect(reachCurve([not(5)])).toEqual([]);
});

test("the curve never falls, stays between 0 and 1, and lies in its band", () => {
  const observation = fc.record({ days: fc.integer({ min: 0, max: 400 }), reached: fc.boolean() });
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 60 }), (observations) => {
      let before = 0;
      for (const { share, low, high, day, atRisk } of reachCurve(observations)) {
        expect(share).toBeGreaterThan(before - 1e-12);
        expect(low).toBeLessThanOrEqual(share + 1e-9);
        expect(high).toBeGreaterThanOrEqual(share - 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(atRisk).toBe(atRiskOn(observations, day));
        before = share;
      }
    }),
  );
});
