import { type Money, money } from "@/kernel/money";

/** An amount and its currency as two columns hold them; null where either is missing. */
export function moneyFrom(amount: bigint | null, currency: string | null): Money | null {
  return amount === null || currency === null ? null : money(Number(amount), currency);
}

/** A stored word as one of those the code knows. The database allows no other, so an unknown one is a bug. */
export function known<T extends string>(values: readonly T[], value: string): T {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`the database holds the unknown value ${value}`);
  return found;
}
