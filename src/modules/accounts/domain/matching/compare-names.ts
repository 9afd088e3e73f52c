import { distance } from "fastest-levenshtein";
import { joinWords, pairWords, type Side, sideOf, type WordEvidence } from "./align-words";
import { type NameWord, type ReadName, readName } from "./read-name";

export type NameLikeness = "same" | "similar" | "different";

/** How alike two names are, and by which words. */
export type NameMatch = {
  readonly likeness: NameLikeness;
  /** 0 to 1; from `matchFrom` on the names are taken to be one company's. */
  readonly score: number;
  readonly words: readonly WordEvidence[];
};

/** Chosen on folds of real names, see docs/decisions. */
export const matchFrom = 0.62;

const tellingFrom = 0.7;
const nearlyWhole = 0.85;

const left = (side: Side) => side.words.filter((_, index) => !side.used.has(index));
const sum = (entries: readonly { readonly weight: number }[]) =>
  entries.reduce((total, { weight }) => total + weight, 0);

/** The whole names without spaces, where they are one but for a typing error: "STMicroelectronics", "S T Micro Electronics". */
function asOne(mine: ReadName, theirs: ReadName): number {
  if (mine.joined === theirs.joined || mine.plain === theirs.plain || mine.plain === theirs.joined) return 1;
  if (mine.joined === theirs.plain) return 1;
  // Names of as many words are compared word by word.
  if (mine.words.length === theirs.words.length) return 0;
  const shorter = Math.min(mine.joined.length, theirs.joined.length);
  const count = distance(mine.joined, theirs.joined);
  return count <= (shorter > 13 ? 2 : shorter > 7 ? 1 : 0) ? 1 - 0.06 * count : 0;
}

const sameWords = (mine: ReadName, theirs: ReadName) => {
  const sorted = ({ words }: ReadName) =>
    words
      .map((word) => word.plain)
      .toSorted()
      .join(" ");
  return sorted(mine) === sorted(theirs);
};

/** Compares two names that were taken apart. Symmetric; a name is the same as itself. */
export function compareRead(mine: ReadName, theirs: ReadName): NameMatch {
  if (mine.joined <= theirs.joined) return compareOrdered(mine, theirs);
  const match = compareOrdered(theirs, mine);
  return { ...match, words: match.words.map((word) => ({ ...word, mine: word.theirs, theirs: word.mine })) };
}

function compareOrdered(mine: ReadName, theirs: ReadName): NameMatch {
  const [a, b] = [sideOf(mine), sideOf(theirs)];
  const shared = pairWords(a, b);
  shared.push(...joinWords(a, b));
  const words = [...shared, ...only(a, "mine"), ...only(b, "theirs")];
  if (mine.figures !== theirs.figures || mine.joined === "" || theirs.joined === "")
    return { likeness: "different", score: 0, words };
  const whole = asOne(mine, theirs);
  if (whole === 1 || sameWords(mine, theirs)) return { likeness: "same", score: 1, words };
  const matched = sum(shared);
  const possible = matched + apart(left(a), left(b)) + lost(shared, a, b);
  const share = possible === 0 ? 0 : matched / possible;
  // Words many companies are called by make no company: they have to agree as a whole.
  const isTelling = shared.some((word) => word.weight >= tellingFrom);
  const score = Math.max(whole, isTelling || share >= nearlyWhole ? Math.min(0.99, share) : share * 0.6);
  return { likeness: score >= matchFrom ? "similar" : "different", score, words };
}

const only = (side: Side, whose: "mine" | "theirs"): WordEvidence[] =>
  left(side).map(({ text, weight }) => ({ mine: null, theirs: null, [whose]: text, relation: "only", weight }));

/** What the words weigh that only one name has. A trade weighs less where the other name tells of none. */
function apart(mine: readonly NameWord[], theirs: readonly NameWord[]): number {
  const trades = (words: readonly NameWord[]) => words.some((word) => word.kind === "trade");
  const contrary = trades(mine) && trades(theirs);
  return sum(
    [...mine, ...theirs].map((word) => (word.kind === "trade" && !contrary ? { weight: word.weight / 2 } : word)),
  );
}

/** What matched words lose by not being quite alike. */
function lost(words: readonly WordEvidence[], a: Side, b: Side): number {
  const whole = sum(a.words) + sum(b.words) - sum(left(a)) - sum(left(b));
  return Math.max(0, whole / 2 - sum(words));
}

/** How alike two companies' names are, by which words, and whether they are taken to be one. */
export const compareNames = (mine: string, theirs: string): NameMatch => compareRead(readName(mine), readName(theirs));
