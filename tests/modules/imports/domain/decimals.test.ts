import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDecimal, decimalMarks, readAmount, readDecimal, readInteger } from "@/modules/imports/domain/decimals";
import { noEvidence, weigh } from "@/modules/imports/domain/evidence";

function marks(values: readonly string[]): string {
  const evidence = noEvidence(decimalMarks.length);
  for (const [index, value] of values.entries()) addDecimal(evidence, value, index + 2);
  const verdict = weigh(evidence);
  if (verdict.kind === "sure") return decimalMarks[verdict.way] ?? "";
  return verdict.kind === "ask" ? `ask ${verdict.witness.value} on ${verdict.witness.line}` : "none";
}

describe("reading a number with a mark", () => {
  test.each([
    ["1234.50", ".", "1234.50"],
    ["1,234.50", ".", "1234.50"],
    ["1,00,000.5", ".", "100000.5"],
    ["1.234,50", ",", "1234.50"],
    ["1'234.50", ".", "1234.50"],
    ["1 234,50", ",", "1234.50"],
    ["1\u202F234,50", ",", "1234.50"],
    ["1,234", ".", "1234"],
    ["1,234", ",", "1.234"],
    ["-12.5", ".", "-12.5"],
    ["(12.50)", ".", "-12.50"],
    ["−12,5", ",", "-12.5"],
    ["007", ".", "7"],
    ["-0.00", ".", "0.00"],
    ["€ 1.234,50", ",", "1234.50"],
    ["1.234,50 EUR", ",", "1234.50"],
  ] as const)("%s with %s is %s", (text, mark, plain) => expect(readDecimal(text, mark)).toBe(plain));

  test.each([
    ["12,34", "."],
    ["1,23,4", "."],
    ["1.2.3", ","],
    ["12.", "."],
    ["(12", "."],
    ["12)", "."],
    ["1e5", "."],
    ["2017-03-01", "."],
    ["$ 12 USD", "."],
    ["", "."],
    ["+", "."],
    ["1 23", "."],
  ] as const)("%s with %s is none", (text, mark) => expect(readDecimal(text, mark)).toBeNull());
});

describe("the mark of a column", () => {
  test.each([
    ["whole numbers read alike", ["12", "1054"], "."],
    ["two digits behind a comma prove it", ["1,5", "1.234"], ","],
    ["both marks in one number prove the last", ["1,234.50", "1,234"], "."],
    ["two commas are no decimals", ["1,234,567", "1,234"], "."],
    ["three digits behind one mark say nothing", ["12", "1,234"], "ask 1,234 on 3"],
    ["the same with a point", ["1.234", "2.000"], "ask 1.234 on 2"],
    ["proofs of both marks leave the choice to a person", ["1.5", "1,5"], "ask 1.5 on 2"],
    ["no number, no mark", ["Acme", "2017-03-01"], "none"],
  ])("%s", (_, values, expected) => expect(marks(values)).toBe(expected));
});

describe("amounts", () => {
  const amount = (text: string, currency: string, mark: "." | "," = ".") => {
    const read = readAmount(text, mark, currency);
    return read.kind === "amount" ? read.money.amount : read.reason;
  };

  test.each([
    ["1054", "USD", 105_400],
    ["$1,054.07", "USD", 105_407],
    ["US$ 12", "USD", "notAnAmount"],
    ["12.5", "USD", 1_250],
    ["12.500", "USD", 1_250],
    ["12.505", "USD", "tooManyDigits"],
    ["1200", "JPY", 1_200],
    ["1.234", "KWD", 1_234],
    ["-0.10", "EUR", -10],
    ["€5", "USD", "otherCurrency"],
    ["5 EUR", "USD", "otherCurrency"],
    ["5 usd", "USD", 500],
    ["x 5", "USD", "notAnAmount"],
    ["99999999999999999999", "USD", "notAnAmount"],
  ] as const)("%s in %s is %s", (text, currency, expected) => expect(amount(text, currency)).toBe(expected));

  test("whole numbers may have zeros behind the mark, and nothing else", () => {
    expect([readInteger("1,200.00", "."), readInteger("12.5", "."), readInteger("x", ".")]).toEqual([1200, null, null]);
  });
});

const styles = [
  { mark: ".", group: "," },
  { mark: ",", group: "." },
  { mark: ".", group: "" },
  { mark: ",", group: "" },
  { mark: ",", group: " " },
  { mark: ".", group: "'" },
] as const;

function write(minor: number, { mark, group }: { mark: string; group: string }): string {
  const text = String(Math.abs(minor)).padStart(3, "0");
  const whole = text.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${minor < 0 ? "-" : ""}${whole}${mark}${text.slice(-2)}`;
}

test("amounts written with two decimals are read back to the cent, whatever the style, without a question", () => {
  const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  fc.assert(
    fc.property(fc.array(minor, { minLength: 1, maxLength: 20 }), fc.constantFrom(...styles), (truth, style) => {
      const texts = truth.map((value) => write(value, style));
      expect(marks(texts)).toBe(style.mark);
      const read = texts.map((text) => readAmount(text, style.mark, "EUR"));
      expect(read.map((entry) => entry.kind === "amount" && entry.money.amount + 0)).toEqual(truth.map((v) => v + 0));
    }),
    { numRuns: 1000 },
  );
});
