import type { PlainDate } from "@/kernel/dates";
import { convert, type Money, money } from "@/kernel/money";
import { fromPlainDate, toPlainDate } from "./clocks";
import type { Tx } from "./db";

/** An amount in the reporting currency, with the day of the rate that was used. */
export type Reported = { readonly money: Money; readonly rateDay: PlainDate };

/** Units of a currency per euro, as published on a day. */
export type EuroRate = { readonly rate: string; readonly day: PlainDate };

async function perEuro(tx: Tx, currency: string, day: PlainDate): Promise<EuroRate | null> {
  if (currency === "EUR") return { rate: "1", day };
  const row = await tx.exchangeRate.findFirst({
    where: { currency, day: { lte: fromPlainDate(day) } },
    orderBy: { day: "desc" },
    select: { perEuro: true, day: true },
  });
  return row ? { rate: row.perEuro.toFixed(), day: toPlainDate(row.day) } : null;
}

export type Installation = {
  readonly vendorName: string;
  readonly reportingCurrency: string;
  readonly zone: string;
  readonly fiscalStartMonth: number;
  readonly demo: boolean;
  /** The day figures are shown as of, where the data end before today. */
  readonly figuresUntil: PlainDate | null;
};

/** What the vendor set for this installation. */
export async function installation(tx: Tx): Promise<Installation> {
  const { figuresUntil, ...row } = await tx.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      vendorName: true,
      reportingCurrency: true,
      zone: true,
      fiscalStartMonth: true,
      demo: true,
      figuresUntil: true,
    },
  });
  return { ...row, figuresUntil: figuresUntil && toPlainDate(figuresUntil) };
}

/**
 * Converts into the reporting currency at the newest known rate on or before a day, through the euro. Null where no rate is
 * known: a figure then leaves the amount out and says so, instead of inventing one.
 */
export async function inReportingCurrency(
  tx: Tx,
  amount: Money,
  day: PlainDate,
  reporting: string,
): Promise<Reported | null> {
  if (amount.currency === reporting) return { money: amount, rateDay: day };
  const from = await perEuro(tx, amount.currency, day);
  const to = await perEuro(tx, reporting, day);
  return from && to && throughEuro(amount, from, to, reporting);
}

/** Converts through the euro at two rates, in units per euro; the older of their days counts. */
export function throughEuro(amount: Money, from: EuroRate, to: EuroRate, reporting: string): Reported {
  const inEuro = amount.currency === "EUR" ? amount : convert(amount, { rate: inverse(from.rate), to: "EUR" });
  const converted = reporting === "EUR" ? inEuro : convert(inEuro, { rate: to.rate, to: reporting });
  return { money: money(converted.amount, reporting), rateDay: from.day < to.day ? from.day : to.day };
}

/** 1 ÷ rate with twelve digits, as decimal text, by integer arithmetic. */
function inverse(rate: string): string {
  const [whole = "0", fraction = ""] = rate.split(".");
  const scaled = BigInt(whole + fraction);
  const precision = 10n ** 12n;
  const result = (precision * 10n ** BigInt(fraction.length) + scaled / 2n) / scaled;
  const digits = result.toString().padStart(13, "0");
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`;
}
