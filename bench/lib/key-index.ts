import type { ReadName } from "@/modules/accounts/domain/matching/read-name";
import { keysOfNames } from "@/modules/accounts/domain/matching/search-keys";

// A key and the place of its name in one number: 32 and 21 bits fit into what a double holds exactly.
const places = 2 ** 21;
const entry = (key: number, place: number) => (key + 2 ** 31) * places + place;

/** Names by the keys under which the product finds them again, in two sorted arrays however many there are. */
export type KeyIndex = {
  /** The places of names before this one that share a key with it. */
  readonly before: (place: number) => Set<number>;
};

/** Indexes names by their keys. */
export function indexOf(names: readonly ReadName[]): KeyIndex {
  if (names.length > places) throw new Error(`at most ${places} names can be compared at once`);
  const keys = names.map((name) => Int32Array.from(keysOfNames([name])));
  const entries = new Float64Array(keys.reduce((total, { length }) => total + length, 0));
  let next = 0;
  for (const [place, own] of keys.entries()) {
    for (const key of own) {
      entries[next] = entry(key, place);
      next += 1;
    }
  }
  entries.sort();
  return {
    before(place) {
      const found = new Set<number>();
      for (const key of keys[place] ?? []) {
        const end = entry(key, place);
        for (let at = firstFrom(entries, entry(key, 0)); at < entries.length; at += 1) {
          const value = entries[at] ?? end;
          if (value >= end) break;
          found.add(value % places);
        }
      }
      return found;
    },
  };
}

function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
