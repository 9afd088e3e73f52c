import words from "./words.json";

/** What a word of a company's name says: the company itself, what it trades in, or what any company could be called. */
export type WordKind = "own" | "trade" | "common";

/** A folded word, and how much it tells one company from another, 0 to 1. */
export type Worth = { readonly kind: WordKind; readonly weight: number };

const split = (text: string) => text.split(" ");
const neutral = new Set(split(words.neutral));
for (const code of ["us", "uk", "eu", "nl"]) neutral.add(code);
const trades = new Map<string, string[]>(split(words.trades).map((word) => [word, []]));
for (const [meaning, known] of Object.entries(words.synonyms)) {
  for (const word of split(known)) trades.set(word, [...(trades.get(word) ?? []), meaning]);
}
const rarity = new Map<string, number>();
for (const [band, known] of Object.entries(words.common)) {
  for (const word of split(known)) rarity.set(word, Number(band));
}

const shortened: Readonly<Record<string, string>> = {
  intl: "international",
  internatl: "international",
  mfg: "manufacturing",
  ind: "industries",
  inds: "industries",
  tech: "technology",
  mgmt: "management",
  svcs: "services",
  natl: "national",
  engrg: "engineering",
  bros: "brothers",
  assoc: "associates",
  univ: "university",
  labs: "laboratories",
  ctr: "center",
  hldgs: "holdings",
  dev: "development",
};

const small = new Set(
  split(
    "and und et y e ed en de del der den des du da di do dos van von of for fuer the la le les los las el il in te a an a",
  ),
);

const common: Worth = { kind: "common", weight: 0.1 };
const trade: Worth = { kind: "trade", weight: 0.35 };

// Compounds end in what they are, as German, Dutch and the Nordic languages build them.
const tails = split(
  "fabrieken fabriek fabriken fabrik fabriker maatschappij gesellschaft industrie industrien unternehmen unternehmung bedrijf bedrijven onderneming selskab selskap bolaget",
);
const tradeTails = split(
  "technik techniek teknik chemie handel logistik elektronik versicherung versicherungen verlag verwaltung",
);
const isCompound = (word: string, ends: readonly string[]) =>
  word.length > 8 && ends.some((end) => word.endsWith(end) && word.length > end.length + 2);

/** The word a customary abbreviation stands for. */
export const spelledWord = (word: string): string => shortened[word] ?? word;

/** Whether two words name the same trade, in one language or in two. */
export function sameTrade(left: string, right: string): boolean {
  const theirs = trades.get(right);
  return trades.get(left)?.some((entry) => theirs?.includes(entry)) ?? false;
}

/** Whether the end of a word is a word of its own that any company could have. */
export const endsListed = (word: string, start: string): boolean =>
  start.length > 4 &&
  word.startsWith(start) &&
  listedWorth(word.slice(start.length)) !== null &&
  word.length > start.length + 3;

/** Whether a word is one that lists of names know, so that another such word is no misspelling of it. */
export const isListed = (word: string): boolean => rarity.has(word) || neutral.has(word) || trades.has(word);

/** What a word is worth if it stands in a list; null for one nobody listed. */
export function listedWorth(word: string): Worth | null {
  if (small.has(word) || neutral.has(word)) return common;
  if (trades.has(word)) return trade;
  const band = rarity.get(word);
  if (band !== undefined) return { kind: "own", weight: Math.max(0.3, 0.9 - 0.15 * band) };
  if (isCompound(word, tails)) return common;
  return isCompound(word, tradeTails) ? trade : null;
}

/** Listed words a misspelled one may be meant as: by their first letter, as names are rarely misspelled there. */
export const listedByLetter: ReadonlyMap<string, readonly string[]> = byLetter(
  [...neutral, ...trades.keys()].filter((word) => word.length > 7),
);

function byLetter(listed: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of listed) found.set(word.charAt(0), [...(found.get(word.charAt(0)) ?? []), word]);
  return found;
}
