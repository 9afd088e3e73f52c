import { compareRead, matchFrom } from "@/modules/accounts/domain/matching/compare-names";
import { readName } from "@/modules/accounts/domain/matching/read-name";
import { keysOfNames } from "@/modules/accounts/domain/matching/search-keys";
import { indexOf } from "./key-index";

export type Mistake = {
  readonly kind: "false_merge" | "miss";
  readonly name1: string;
  readonly name2: string;
  readonly score: number;
  /** Whether the index finds one by the other. */
  readonly candidate: boolean;
};

/** How well names are matched against what is known of them. */
export type Quality = {
  readonly names: number;
  readonly pairs: number;
  readonly matchingPairs: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs the index proposes, and the share of matching pairs among them. */
  readonly candidates: { readonly pairs: number; readonly recall: number };
  readonly errors: readonly Mistake[];
};

export type Pair = { readonly name1: string; readonly name2: string; readonly isMatch: boolean };
export type Member = { readonly entity: string; readonly name: string };

const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

type Counts = { pairs: number; matching: number; hits: number; falseMerges: number; proposed: number; found: number };

function quality(names: number, counts: Counts, errors: readonly Mistake[]): Quality {
  const { pairs, matching, hits, falseMerges, proposed, found } = counts;
  return {
    names,
    pairs,
    matchingPairs: matching,
    truePositives: hits,
    falsePositives: falseMerges,
    falseNegatives: matching - hits,
    precision: ratio(hits, hits + falseMerges),
    recall: ratio(hits, matching),
    f1: ratio(2 * hits, hits + falseMerges + matching),
    candidates: { pairs: proposed, recall: ratio(found, matching) },
    errors,
  };
}

const scoreOf = (a: string, b: string) => Math.round(compareRead(readName(a), readName(b)).score * 1000) / 1000;

const namesOf = ({ name1, name2 }: Pair) => ({ name1, name2, score: scoreOf(name1, name2) });

/** Judges pairs one by one. A pair the index would not propose is no match, as in the product. */
export async function qualityOfPairs(
  pairs: AsyncIterable<Pair> | Iterable<Pair>,
  mostErrors: number,
): Promise<Quality> {
  const counts: Counts = { pairs: 0, matching: 0, hits: 0, falseMerges: 0, proposed: 0, found: 0 };
  const errors: Mistake[] = [];
  for await (const pair of pairs) {
    const [a, b] = [readName(pair.name1), readName(pair.name2)];
    const keys = new Set(keysOfNames([a]));
    const proposed = keysOfNames([b]).some((key) => keys.has(key));
    const matched = proposed && compareRead(a, b).score >= matchFrom;
    counts.pairs += 1;
    if (proposed) counts.proposed += 1;
    if (pair.isMatch) counts.matching += 1;
    if (pair.isMatch && proposed) counts.found += 1;
    if (matched && pair.isMatch) counts.hits += 1;
    if (matched && !pair.isMatch) counts.falseMerges += 1;
    if (matched !== pair.isMatch && errors.length < mostErrors)
      errors.push({ kind: matched ? "false_merge" : "miss", ...namesOf(pair), candidate: proposed });
  }
  return quality(counts.pairs * 2, counts, errors);
}

/** Judges every pair of a list in which names of one company have one id. Only pairs the index proposes are compared. */
export function qualityOfGroups(members: readonly Member[], mostErrors: number): Quality {
  const names = members.map(({ name }) => readName(name));
  const index = indexOf(names);
  const counts: Counts = { pairs: 0, matching: 0, hits: 0, falseMerges: 0, proposed: 0, found: 0 };
  const groups = new Map<string, number[]>();
  const falseMerges: Mistake[] = [];
  const misses: Mistake[] = [];
  const told = (kind: Mistake["kind"], one: number, other: number, candidate: boolean): Mistake => {
    const [a, b] = [members[one]?.name ?? "", members[other]?.name ?? ""];
    return { kind, name1: a, name2: b, score: scoreOf(a, b), candidate };
  };
  for (const [at, { entity }] of members.entries()) {
    const earlier = groups.get(entity) ?? [];
    const proposed = index.before(at);
    const matched = new Set<number>();
    counts.proposed += proposed.size;
    for (const other of proposed) {
      const isOne = members[other]?.entity === entity;
      if (isOne) counts.found += 1;
      const [mine, theirs] = [names[at], names[other]];
      if (!mine || !theirs || compareRead(mine, theirs).score < matchFrom) continue;
      matched.add(other);
      if (isOne) counts.hits += 1;
      else counts.falseMerges += 1;
      if (!isOne && falseMerges.length < mostErrors) falseMerges.push(told("false_merge", other, at, true));
    }
    counts.matching += earlier.length;
    for (const other of misses.length < mostErrors ? earlier : []) {
      if (!matched.has(other) && misses.length < mostErrors) misses.push(told("miss", other, at, proposed.has(other)));
    }
    earlier.push(at);
    groups.set(entity, earlier);
  }
  counts.pairs = names.length === 0 ? 0 : (names.length * (names.length - 1)) / 2;
  return quality(names.length, counts, [...falseMerges, ...misses]);
}
