import { distance } from "fastest-levenshtein";
import { foldName } from "@/modules/accounts/domain/company-name";
import type { Known } from "./preset";

const mostProposals = 3;

/** How many letters may differ before two words are no spelling of each other: one in four, at most three. */
function tolerance(length: number): number {
  return Math.min(3, Math.floor(length / 4));
}

/**
 * The values whose words a text misspells, nearest first; words and letters may be missing, added or changed, spaces do not
 * count. A text that is a whole part of longer words ("Korea") has all of those as proposals. Nothing here decides.
 */
export function nearest(text: string, known: readonly Known[]): Known[] {
  const sought = foldName(text);
  const packed = sought.replaceAll(" ", "");
  if (packed === "") return [];
  const scored = known.flatMap((value) => {
    const words = [value.label, value.key, ...(value.words ?? [])].map(foldName);
    const steps = Math.min(...words.map((word) => distance(packed, word.replaceAll(" ", ""))));
    if (steps <= tolerance(packed.length)) return [{ value, steps }];
    const isPart = words.some((word) => ` ${word} `.includes(` ${sought} `));
    return isPart ? [{ value, steps: tolerance(packed.length) + 1 }] : [];
  });
  const fewest = Math.min(...scored.map(({ steps }) => steps));
  return scored
    .filter(({ steps }) => steps === fewest)
    .slice(0, mostProposals)
    .map(({ value }) => value);
}
