import { distance } from "fastest-levenshtein";
import type { NameWord, ReadName } from "./read-name";
import { type WordRelation, wordLikeness } from "./word-likeness";

/** Two words of two names that are one, or a word that only one of them has. */
export type WordEvidence = {
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly relation: WordRelation | "only";
  readonly weight: number;
};

/** The words of a name, and which of them found a counterpart. */
export type Side = { readonly words: readonly NameWord[]; readonly used: Set<number> };

// What stands aside of a legal form says less about the company than its name does.
export const sideOf = ({ words, aside }: ReadName): Side => ({
  words: [...words, ...aside.map((word) => ({ ...word, weight: word.weight * 0.1 }))],
  used: new Set(),
});

/** Pairs the words of two names, the surest first. */
export function pairWords(mine: Side, theirs: Side): WordEvidence[] {
  const found = mine.words.flatMap((left, at) =>
    theirs.words.flatMap((right, to) => {
      const like = wordLikeness(left, right);
      return like ? [{ at, to, left, right, ...like }] : [];
    }),
  );
  found.sort((a, b) => b.alike - a.alike || Math.abs(a.at - a.to) - Math.abs(b.at - b.to));
  return found.flatMap(({ at, to, left, right, relation, alike }) => {
    if (mine.used.has(at) || theirs.used.has(to)) return [];
    mine.used.add(at);
    theirs.used.add(to);
    // A place behind one name may be part of the other; it counts as the name where it is one.
    const isMeant = relation === "same" || relation === "glued" || relation === "shortened";
    const weight = (isMeant ? Math.max : Math.min)(left.weight, right.weight) * alike;
    return [{ mine: left.text, theirs: right.text, relation, weight }];
  });
}

/** Words that are two on one side and one on the other: "gloeilampen fabrieken". */
export function joinWords(mine: Side, theirs: Side): WordEvidence[] {
  const one = (split: Side, whole: Side, turn: boolean): WordEvidence[] =>
    split.words.flatMap((left, at) => {
      const next = split.words[at + 1];
      if (!next || split.used.has(at) || split.used.has(at + 1)) return [];
      const together = left.text + next.text;
      const to = whole.words.findIndex(
        (word, index) => !whole.used.has(index) && word.text.length > 5 && distance(word.text, together) < 2,
      );
      const word = whole.words[to];
      if (!word) return [];
      split.used.add(at).add(at + 1);
      whole.used.add(to);
      const [a, b] = [`${left.text} ${next.text}`, word.text];
      return [{ mine: turn ? b : a, theirs: turn ? a : b, relation: "same" as const, weight: word.weight }];
    });
  return [...one(mine, theirs, false), ...one(theirs, mine, true)];
}
