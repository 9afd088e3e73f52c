import type { PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { type EuroRate, throughEuro } from "@/server/exchange";

/** The newest rate on or before a day; rates are sorted by day. */
export function rateOn(rates: readonly EuroRate[], day: PlainDate): EuroRate | null {
  let low = 0;
  let high = rates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rates[middle]?.day ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1] ?? null;
}

export type ReportedAmount = { readonly amount: number; readonly rateDay: PlainDate };

/**
 * Converts many amounts into the reporting currency, as `inReportingCurrency` does one: the rates of a currency are read once.
 * Null where no rate of the day is known.
 */
export function reportingAmounts(tx: Tx, reporting: string) {
  const known = new Map<string, readonly EuroRate[]>();
  async function rateOf(currency: string, day: PlainDate): Promise<EuroRate | null> {
    if (currency === "EUR") return { day, rate: "1" };
    const rates = known.get(currency) ?? (await readRates(tx, currency));
    known.set(currency, rates);
    return rateOn(rates, day);
  }
  return async (money: Money, day: PlainDate): Promise<ReportedAmount | null> => {
    if (money.currency === reporting) return { amount: money.amount, rateDay: day };
    const from = await rateOf(money.currency, day);
    const to = await rateOf(reporting, day);
    if (!from || !to) return null;
    const { money: converted, rateDay } = throughEuro(money, from, to, reporting);
    return { amount: converted.amount, rateDay };
  };
}

async function readRates(tx: Tx, currency: string): Promise<EuroRate[]> {
  const rows = await tx.exchangeRate.findMany({
    where: { currency },
    orderBy: { day: "asc" },
    select: { day: true, perEuro: true },
  });
  return rows.map(({ day, perEuro }) => ({ day: toPlainDate(day), rate: perEuro.toFixed() }));
}
