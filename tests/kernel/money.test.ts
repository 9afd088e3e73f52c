import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, allocate, convert, type Money, minorDigits, money, share, subtract } from "@/kernel/money";

const eur = (amount: number) => money(amount, "EUR");
const sum = (parts: readonly Money[]) => parts.reduce((total, part) => total + part.amount, 0);
// Large enough for any deal, small enough that sums of a few stay safe integers.
const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0));

describe("an amount", () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])(
    "%s minor units are refused",
    (amount) => expect(() => eur(amount)).toThrow(RangeError),
  );

  test.each(["", "eur", "XXY", "constructor"])("the currency %j is refused", (currency) =>
    expect(() => money(1, currency)).toThrow(RangeError),
  );

  test.each([
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["CLF", 4],
    ["MGA", 2],
    ["MRU", 2],
  ])("%s has %i minor digits", (currency, digits) => expect(minorDigits(currency)).toBe(digits));
});

describe("adding and subtracting", () => {
  test("are each other's reverse", () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtract(add(eur(a), eur(b)), eur(b))).toEqual(eur(a));
      }),
    );
  });

  test("refuse two currencies", () => {
    expect(() => add(eur(1), money(1, "USD"))).toThrow(RangeError);
    expect(() => subtract(eur(1), money(1, "USD"))).toThrow(RangeError);
  });

  test("refuse what is no safe integer any more", () => {
    expect(() => add(eur(Number.MAX_SAFE_INTEGER), eur(1))).toThrow(RangeError);
    expect(() => subtract(eur(Number.MIN_SAFE_INTEGER), eur(1))).toThrow(RangeError);
    expect(() => share(eur(Number.MAX_SAFE_INTEGER), 10_001)).toThrow(RangeError);
    expect(() => convert(eur(Number.MAX_SAFE_INTEGER), { rate: "1.1", to: "USD" })).toThrow(RangeError);
  });
});

describe("splitting", () => {
  test("R22: the parts sum to the whole, whatever the sign and the weights", () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const parts = allocate(eur(amount), list);
        expect(parts).toHaveLength(list.length);
        expect(sum(parts)).toBe(amount);
      }),
      { numRuns: 10_000 },
    );
  });

  test("every part is its exact share, rounded up or down", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (amount, list) => {
        const total = list.reduce((left, right) => left + right, 0);
        allocate(eur(amount), list).forEach((part, index) => {
          expect(Math.abs(part.amount - (amount * (list[index] ?? 0)) / total)).toBeLessThan(1);
        });
      }),
    );
  });

  test("a part without weight gets nothing", () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const parts = allocate(eur(amount), [...list, 0]);
        expect(parts.at(-1)?.amount).toBe(0);
      }),
    );
  });

  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [3, 7], [2, 3]],
    [10, [1, 1, 2, 3], [2, 1, 3, 4]],
    [1, [0, 1], [0, 1]],
    [0, [1, 2], [0, 0]],
  ])("%i by %j gives the rest to the largest remainders: %j", (amount, list, parts) =>
    expect(allocate(eur(amount), list).map((part) => part.amount)).toEqual(parts),
  );

  test.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 1]]])("weights %j are refused", (list) =>
    expect(() => allocate(eur(5), list)).toThrow(RangeError),
  );
});
