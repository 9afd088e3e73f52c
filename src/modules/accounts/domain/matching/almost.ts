import type { ReadName } from "./read-name";
import { wordLikeness } from "./word-likeness";

/**
 * How nearly a name holds what somebody typed, from 0 to 1: every typed word has to be one of its words, or to become one by a
 * slip of the keys or by its sound. 0 where one of them is missing.
 */
export function almostIn(typed: ReadName, name: ReadName): number {
  if (typed.words.length === 0 || typed.figures !== "") return 0;
  const best = typed.words.map((mine) =>
    Math.max(0, ...name.words.map((theirs) => wordLikeness(mine, theirs)?.alike ?? 0)),
  );
  return Math.min(...best);
}
