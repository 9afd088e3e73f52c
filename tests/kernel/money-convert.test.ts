import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert, minorDigits, money, parseMajor, share } from "@/kernel/money";

/** A fraction rounded half to even, written out with whole numbers only: the yardstick for the library. */
function halfEven(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  const floor = size / denominator;
  const twice = (size % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && floor % 2n === 1n);
  return Number((floor + (up ? 1n : 0n)) * sign);
}

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const codes = fc.constantFrom("EUR", "USD", "JPY", "KRW", "KWD", "CLF", "MGA", "MRU");
const rates = fc
  .record({ whole: fc.integer({ min: 0, max: 999 }), fraction: fc.integer({ min: 0, max: 999_999 }) })
  .filter(({ whole, fraction }) => whole + fraction > 0);

describe("a share", () => {
  test.each([
    [1000, 1200, 120],
    [25, 200, 0],
    [75, 200, 2],
    [-25, 200, 0],
    [-75, 200, -2],
    [125, 1000, 12],
    [135, 1000, 14],
    [999, 10_000, 999],
    [999, 0, 0],
  ])("of %i at %i basis points is %i, half to even", (amount, points, expected) =>
    expect(share(money(amount, "EUR"), points)).toEqual(money(expected, "EUR")),
  );

  test("is the exact product, rounded once", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 20_000 }), codes, (amount, points, code) => {
        expect(share(money(amount, code), points).amount).toEqual(halfEven(BigInt(amount) * BigInt(points), 10_000n));
      }),
    );
  });
});

describe("a conversion", () => {
  test.each([
    [10_000, "EUR", "1.0842", "USD", 10_842],
    [10_000, "EUR", "161.37", "JPY", 16_137],
    [16_137, "JPY", "0.0062", "EUR", 10_005],
    [10_000, "EUR", "0.3321", "KWD", 33_210],
    [1, "KWD", "3.25", "USD", 0],
    [5, "EUR", "0.1", "EUR", 0],
    [15, "EUR", "0.1", "EUR", 2],
    [-15, "EUR", "0.1", "EUR", -2],
    [12_345, "EUR", "1", "EUR", 12_345],
    [10_000, "EUR", "4927.5", "MGA", 49_275_000],
    [10_000, "MRU", "0.0231", "EUR", 231],
  ])("%i minor units of %s at %s are, in %s, %i", (amount, from, rate, to, expected) =>
    expect(convert(money(amount, from), { rate, to })).toEqual(money(expected, to)),
  );

  test("R22: is exact between any two currencies, whatever their minor digits", () => {
    fc.assert(
      fc.property(amounts, codes, codes, rates, (amount, from, to, { whole, fraction }) => {
        const rate = `${whole}.${String(fraction).padStart(6, "0")}`;
        const numerator = BigInt(amount) * BigInt(rate.replace(".", "")) * 10n ** BigInt(minorDigits(to));
        const exact = halfEven(numerator, 10n ** BigInt(6 + minorDigits(from)));
        fc.pre(Number.isSafeInteger(exact));
        expect(convert(money(amount, from), { rate, to }).amount).toEqual(exact);
      }),
      { numRuns: 10_000 },
    );
  });

  test.each(["", "-1", "-0.5", "0", "0.000", "00", "1e3", ".5", "1,5", "NaN"])("the rate %j is refused", (rate) =>
    expect(() => convert(money(5, "EUR"), { rate, to: "USD" })).toThrow(RangeError),
  );
});

describe("typed amounts", () => {
  test.each([
    ["12345.60", "EUR", 1_234_560],
    ["12,345.60", "EUR", 1_234_560],
    ["12 345.6", "EUR", 1_234_560],
    [" 7 ", "EUR", 700],
    ["0.05", "EUR", 5],
    ["1,234", "JPY", 1234],
    ["1.234", "KWD", 1234],
    ["1234.56", "MGA", 123_456],
    ["0.20", "MRU", 20],
    ["999999999999999", "JPY", 999_999_999_999_999],
  ])("%j %s is %i minor units", (text, currency, amount) =>
    expect(parseMajor(text, currency)).toEqual(money(amount, currency)),
  );

  test.each([
    ["", "EUR"],
    ["abc", "EUR"],
    ["-5", "EUR"],
    ["1e3", "EUR"],
    ["1.", "EUR"],
    [".5", "EUR"],
    [",123", "EUR"],
    ["1,23", "EUR"],
    ["1,,123", "EUR"],
    ["1.234,56", "EUR"],
    ["1.005", "EUR"],
    ["1.5", "JPY"],
    ["0.005", "MRU"],
    ["999999999999999", "EUR"],
    ["1234567890123456", "JPY"],
  ])("%j %s is no amount", (text, currency) => expect(parseMajor(text, currency)).toBeNull());
});
