import {
  add as addDinero,
  type Dinero,
  dinero,
  halfEven,
  multiply,
  subtract as subtractDinero,
  transformScale,
} from "dinero.js/bigint";
import * as currencies from "dinero.js/bigint/currencies";

/** An amount in minor units of its ISO 4217 currency, a safe integer. */
export type Money = { readonly amount: number; readonly currency: string };

type Currency = { readonly code: string; readonly base: bigint | readonly bigint[]; readonly exponent: bigint };
const known = new Map<string, Currency>(
  Object.values(currencies)
    .filter((value): value is Extract<typeof value, { code: string }> => typeof value === "object" && "code" in value)
    .map((currency) => [currency.code, asIso(currency as unknown as Currency)]),
);

/** The library counts ariary and ouguiya in fifths; ISO 4217 lists two digits for them as well. */
function asIso(currency: Currency): Currency {
  return currency.code === "MGA" || currency.code === "MRU" ? { ...currency, base: 10n, exponent: 2n } : currency;
}

/** Whether a code names a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

function currencyOf(code: string): Currency {
  const currency = known.get(code);
  if (!currency) throw new RangeError(`${code} is not a currency`);
  return currency;
}

/** Makes an amount. Throws a RangeError for an unknown currency and for what is not a safe integer. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`);
  currencyOf(currency);
  return { amount, currency };
}

function into({ amount, currency }: Money): Dinero<bigint> {
  // The library's currency type carries its code as a literal; the amount decides everything here.
  return dinero({ amount: BigInt(amount), currency: currencyOf(currency) as never });
}

function outOf(value: Dinero<bigint>): Money {
  const { amount, currency, scale } = value.toJSON();
  const rounded =
    scale === currency.exponent ? amount : transformScale(value, currency.exponent, halfEven).toJSON().amount;
  return money(Number(rounded), currency.code);
}

/** How many digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return Number(currencyOf(currency).exponent);
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return outOf(addDinero(into(a), into(b)));
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return outOf(subtractDinero(into(a), into(b)));
}

/** A share in hundredths of a percent (1200 is 12 %), rounded half to even. */
export function share(whole: Money, basisPoints: number): Money {
  return outOf(multiply(into(whole), { amount: BigInt(basisPoints), scale: 4n }));
}

/**
 * Splits by weights so that the parts sum to the whole, to the minor unit: every part is rounded down, and the units left over go
 * to the largest remainders, the first where they tie (Hamilton's method). A negative whole splits as its positive one does.
 * Throws a RangeError for weights that are negative, not whole, or all zero.
 */
export function allocate(whole: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0)) throw new RangeError("a split needs weights");
  const sign = whole.amount < 0 ? -1n : 1n;
  const amount = BigInt(whole.amount) * sign;
  const shares = weights.map((weight, index) => ({
    index,
    floor: (amount * BigInt(weight)) / total,
    remainder: (amount * BigInt(weight)) % total,
  }));
  const left = amount - shares.reduce((sum, { floor }) => sum + floor, 0n);
  const raised = new Set(
    shares
      .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, Number(left))
      .map(({ index }) => index),
  );
  return shares.map(({ index, floor }) =>
    money(Number((floor + (raised.has(index) ? 1n : 0n)) * sign), whole.currency),
  );
}

/** A rate as the library takes it: "1.0842" is 10842 at scale 4. Nothing converts at zero or less. */
function decimal(text: string): { amount: bigint; scale: bigint } {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[2] ?? "";
  const amount = match ? BigInt(`${match[1]}${fraction}`) : 0n;
  if (amount === 0n) throw new RangeError(`${text} is not a rate`);
  return { amount, scale: BigInt(fraction.length) };
}

/**
 * Converts at a rate given as decimal text, in units of `to` per unit of the amount's currency; rounded half to even. Throws a
 * RangeError for what is not a rate above zero.
 */
export function convert(from: Money, { rate, to }: { rate: string; to: string }): Money {
  const target = currencyOf(to);
  const source = currencyOf(from.currency);
  const { amount, scale } = decimal(rate);
  const product = dinero({
    amount: BigInt(from.amount) * amount,
    currency: target as never,
    scale: source.exponent + scale,
  });
  return money(Number(transformScale(product, target.exponent, halfEven).toJSON().amount), to);
}

/** Reads plain decimal text ("12345.60", a comma or spaces between thousands allowed) into minor units; null where it is not an amount. */
export function parseMajor(text: string, currency: string): Money | null {
  const digits = minorDigits(currency);
  const plain = text.trim().replace(/(?<=\d)[\s,](?=\d{3}(\D|$))/g, "");
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(plain);
  if (!match) return null;
  const fraction = match[2] ?? "";
  if (fraction.length > digits) return null;
  const amount = Number(`${match[1]}${fraction.padEnd(digits, "0")}`);
  return Number.isSafeInteger(amount) ? money(amount, currency) : null;
}
