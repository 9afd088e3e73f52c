import { isCurrency, type Money, minorDigits, money } from "@/kernel/money";
import { addEvidence, type Evidence } from "./evidence";

/** What stands before the fraction. */
export const decimalMarks = [".", ","] as const;
export type DecimalMark = (typeof decimalMarks)[number];

const symbols: Record<string, readonly string[]> = {
  "€": ["EUR"],
  "£": ["GBP"],
  "¥": ["JPY", "CNY"],
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"],
  "₹": ["INR"],
  zł: ["PLN"],
  Fr: ["CHF"],
};

type Parts = { readonly digits: string; readonly negative: boolean; readonly unit: string | null };

/** Takes an amount apart: "(€ 1.234,50)" is the digits "1.234,50", negative, with the unit "€". Null for anything else. */
function partsOf(text: string): Parts | null {
  const match =
    /^(?<open>\()?(?<minus>[-−])?\s*(?<before>[^\d\s().,+−-]{1,3})?\s*(?<inner>[-−])?(?<digits>\d[\d.,'’\s]*?)\s*(?<after>[^\d\s().,+−-]{1,3})?(?<close>\))?$/u.exec(
      text,
    );
  if (!match?.groups) return null;
  const { open, minus, before, inner, digits = "", after, close } = match.groups;
  if (Boolean(open) !== Boolean(close) || (before && after)) return null;
  return { digits, negative: Boolean(open || minus || inner), unit: before ?? after ?? null };
}

const grouped: Record<DecimalMark, RegExp> = {
  ".": /^(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:['’ ]\d{3})+|\d+)(?:\.\d+)?$/,
  ",": /^(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:['’ ]\d{3})+|\d+)(?:,\d+)?$/,
};

/** Reads a number as plain decimal text ("-1234.50") with one of the marks; null where it is not one. */
export function readDecimal(text: string, mark: DecimalMark): string | null {
  const parts = partsOf(text.trim());
  if (!parts) return null;
  const digits = parts.digits.replace(/\s/g, " ");
  if (!grouped[mark].test(digits)) return null;
  const [whole = "", fraction] = digits.split(mark);
  const plain = `${whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "")}${fraction === undefined ? "" : `.${fraction}`}`;
  return parts.negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** Adds a value of a column to what is known about its decimal mark. */
export function addDecimal(evidence: Evidence, text: string, line: number): void {
  const readings = decimalMarks.map((mark) => readDecimal(text, mark));
  // "1.50" and "1,5" of one column would mean the same as numbers whatever their zeros.
  const values = readings.map((reading) => reading?.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") ?? null);
  addEvidence(evidence, values, { line, value: text });
}

export type Amount =
  | { readonly kind: "amount"; readonly money: Money }
  | { readonly kind: "problem"; readonly reason: "notAnAmount" | "tooManyDigits" | "otherCurrency" };

/** Reads an amount of a currency into minor units, without floating point. */
export function readAmount(text: string, mark: DecimalMark, currency: string): Amount {
  const unit = partsOf(text.trim())?.unit;
  if (unit && unit.toUpperCase() !== currency) {
    if (isCurrency(unit.toUpperCase())) return { kind: "problem", reason: "otherCurrency" };
    const possible = symbols[unit];
    if (!possible) return { kind: "problem", reason: "notAnAmount" };
    if (!possible.includes(currency)) return { kind: "problem", reason: "otherCurrency" };
  }
  const plain = readDecimal(text, mark);
  if (plain === null) return { kind: "problem", reason: "notAnAmount" };
  const digits = minorDigits(currency);
  const [whole = "", fraction = ""] = plain.split(".");
  if (/[1-9]/.test(fraction.slice(digits))) return { kind: "problem", reason: "tooManyDigits" };
  const minor = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  return Number.isSafeInteger(minor)
    ? { kind: "amount", money: money(minor, currency) }
    : { kind: "problem", reason: "notAnAmount" };
}

/** Reads a whole number; null where it is not one. */
export function readInteger(text: string, mark: DecimalMark): number | null {
  const plain = readDecimal(text, mark);
  if (plain === null || /\.\d*[1-9]/.test(plain)) return null;
  const value = Number(plain.split(".")[0]);
  return Number.isSafeInteger(value) ? value : null;
}
