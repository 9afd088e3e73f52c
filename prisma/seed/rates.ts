import type { PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";
import { type EuroRate, type Reported, throughEuro } from "@/server/exchange";

type Published = { readonly currency: string; readonly day: string; readonly perEuro: string };

/** Exchange rates in memory, for histories that convert more amounts than anybody wants to ask a database about. */
export type Rates = ReadonlyMap<string, readonly EuroRate[]>;

/** Published rates by currency, the newest first. */
export function ratesFrom(published: readonly Published[]): Rates {
  const rates = new Map<string, EuroRate[]>();
  for (const { currency, day, perEuro } of [...published].sort((left, right) => (left.day < right.day ? 1 : -1))) {
    const known = rates.get(currency) ?? [];
    // Days of the table, as text.
    known.push({ rate: perEuro, day: day as PlainDate });
    rates.set(currency, known);
  }
  return rates;
}

/** An amount in euros at the newest rate on or before a day. */
export function inEuros(rates: Rates, amount: Money, day: PlainDate): Reported {
  const euro = { rate: "1", day };
  const from = amount.currency === "EUR" ? euro : newestUntil(rates.get(amount.currency) ?? [], day);
  if (!from) throw new Error(`no rate of ${amount.currency} is known on ${day}`);
  return amount.currency === "EUR" ? { money: amount, rateDay: day } : throughEuro(amount, from, euro, "EUR");
}

function newestUntil(newestFirst: readonly EuroRate[], day: PlainDate): EuroRate | undefined {
  let [first, last] = [0, newestFirst.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((newestFirst[middle]?.day ?? "") > day) first = middle + 1;
    else last = middle;
  }
  return newestFirst[first];
}
