import { distance } from "fastest-levenshtein";
import type { NameWord } from "./read-name";
import { endsListed, isListed, sameTrade } from "./word-kinds";

/** How two words come to be one: from the surest to the least sure. */
export type WordRelation = "same" | "typo" | "sound" | "shortened" | "glued" | "trade";

export type WordLikeness = { readonly relation: WordRelation; readonly alike: number };

const likeness = (relation: WordRelation, alike: number): WordLikeness => ({ relation, alike });

/** Two neighbours swapped count as one error. */
function errors(left: string, right: string): number {
  const count = distance(left, right);
  if (count !== 2 || left.length !== right.length) return count;
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  const swapped = left.slice(0, at) + left.charAt(at + 1) + left.charAt(at) + left.slice(at + 2);
  return swapped === right ? 1 : count;
}

const allowed = (length: number) => (length > 11 ? 3 : length > 8 ? 2 : length > 3 ? 1 : 0);

/** What a word keeps of its likeness with one error in it: in a short one it is too often another company's name. */
function kept(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  if (shorter < 6) return 0.5;
  // One letter for another makes another name more often than one too many or too few.
  const isSwap = left.length === right.length && distance(left, right) === 1;
  if (isSwap || left.charAt(0) !== right.charAt(0)) return shorter < 8 ? 0.6 : 0.85;
  return shorter < 7 ? 0.86 : 0.92;
}

function typo(left: string, right: string): WordLikeness | null {
  const shorter = Math.min(left.length, right.length);
  const most = allowed(shorter);
  if (most === 0 || Math.abs(left.length - right.length) > most) return null;
  // Whoever mistypes a word gets its first or its last letter right.
  if (left.charAt(0) !== right.charAt(0) && left.at(-1) !== right.at(-1)) return null;
  const count = errors(left, right);
  return count > most ? null : likeness("typo", kept(left, right) - 0.06 * (count - 1));
}

function misheard(left: NameWord, right: NameWord): WordLikeness | null {
  if (left.sound !== right.sound || left.sound.length < 3) return null;
  const [mine, theirs] = [left.heard, right.heard];
  const shorter = Math.min(mine.length, theirs.length);
  const apart = distance(mine, theirs);
  return shorter > 5 && apart <= (shorter > 8 ? 2 : 1) ? likeness("sound", 0.92 - 0.05 * apart) : null;
}

function shortened(left: string, right: string, isOwn: boolean): WordLikeness | null {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const enough = isOwn ? short.length > 5 && short.length * 2 > long.length : short.length > 2;
  return enough && long.startsWith(short) ? likeness("shortened", isOwn ? 0.8 : 0.9) : null;
}

/** How alike two words are; null where they are two words. Figures are never alike. */
export function wordLikeness(left: NameWord, right: NameWord): WordLikeness | null {
  if (left.text === right.text || left.plain === right.plain || left.text === right.plain || left.plain === right.text)
    return likeness("same", 1);
  if (left.hasFigure || right.hasFigure) return null;
  if (left.kind === "trade" && right.kind === "trade" && sameTrade(left.text, right.text))
    return likeness("trade", 0.9);
  if (endsListed(left.text, right.text) || endsListed(right.text, left.text)) return likeness("glued", 0.9);
  if (isListed(left.text) && isListed(right.text)) return null;
  const near = typo(left.text, right.text) ?? typo(left.plain, right.plain);
  const sound = misheard(left, right);
  if (near && near.alike >= (sound?.alike ?? 0)) return near;
  if (sound) return sound;
  return shortened(left.text, right.text, left.kind === "own" && right.kind === "own");
}
