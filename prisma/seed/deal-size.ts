// Units of a currency that buy about as much as a euro.
const euros: Readonly<Record<string, number>> = {
  AUD: 1.65,
  CAD: 1.6,
  CZK: 24,
  DKK: 7.5,
  JPY: 180,
  NOK: 11,
  PLN: 4.2,
  SEK: 11,
  SGD: 1.5,
};

/** What a deal is about, in whole units of a currency: as much as €8,000 to €400,000, half of them below €60,000. */
export function dealSize(currency: string, roll: () => number): number {
  const size = 8000 * 50 ** (roll() ** 0.8 * (0.8 + 0.2 * roll()));
  return Math.round((size * (euros[currency] ?? 1)) / 500) * 500;
}
