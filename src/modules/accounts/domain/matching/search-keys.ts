import type { NameWord, ReadName } from "./read-name";

/** The version of the keys; names filled by another one are filled again. */
export const searchKeysVersion = 1;

const shortestTypo = 6;
const longestTypo = 40;

/** A 32-bit number for a text (FNV-1a), as PostgreSQL holds an integer. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
}

/** The text itself and all it becomes with one letter left out: two texts one typo apart have one of these in common. */
function withoutOneLetter(text: string): string[] {
  if (text.length < shortestTypo || text.length > longestTypo) return [text];
  return [text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))];
}

const own = (words: readonly NameWord[]) =>
  words.filter((word) => word.kind === "own" && word.weight >= 0.5 && word.plain.length > 2);

/** The words without those any company could have, where one of its own is among them. */
function core(words: readonly NameWord[]): string[] {
  const rest = words.filter((word) => word.kind !== "common").map((word) => word.plain);
  return words.some((word) => word.kind === "own") ? [rest.toSorted().join(" ")] : [];
}

function initials(words: readonly NameWord[]): string[] {
  const [only] = words;
  if (words.length === 1 && only && only.plain.length < 6) return [only.plain];
  return words.length > 2 ? [words.map((word) => word.plain.charAt(0)).join("")] : [];
}

/** Keys of a name as a whole, which few names share, and of its words alone, which many may. */
export type SearchKeys = { readonly whole: readonly number[]; readonly words: readonly number[] };

const numbers = (texts: readonly string[]) => [...new Set(texts.map(numberOf))];

/**
 * The keys under which a name is found again: the whole name with a letter missing, its words in any order, with and without those
 * any company could have; each word of its own as it sounds and with a letter missing, and its initials. Two names that share none
 * are not compared.
 */
export function searchKeys(name: ReadName): SearchKeys {
  const telling = own(name.words);
  const sorted = name.words.map((word) => word.plain).toSorted();
  return {
    whole: numbers([
      ...withoutOneLetter(name.plain).map((text) => `n${text}`),
      ...(name.joined === name.plain ? [] : withoutOneLetter(name.joined).map((text) => `n${text}`)),
      `o${sorted.join(" ")}`,
      ...core(name.words).map((text) => `c${text}`),
    ]),
    words: numbers([
      ...telling.map((word) => `s${word.sound}`),
      ...telling.flatMap((word) => withoutOneLetter(word.plain).map((text) => `w${text}`)),
      ...initials(name.words).map((text) => `i${text}`),
    ]),
  };
}

/** All keys of some names of one company. */
export function keysOfNames(names: readonly ReadName[]): number[] {
  return [
    ...new Set(
      names.flatMap((name) => {
        const { whole, words } = searchKeys(name);
        return [...whole, ...words];
      }),
    ),
  ];
}
