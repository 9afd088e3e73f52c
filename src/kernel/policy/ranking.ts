import { rankFacts } from "./calculation";
import type { Calculation, Facts, PolicyBody } from "./language";

type Rank = Extract<Calculation, { rank: string }>;

/** The largest first; whose number is unknown stands after the last. Equals share the better place. */
function places(group: readonly Facts[], by: string): ReadonlyMap<Facts, number> {
  const numberIn = (facts: Facts) => {
    const value = facts[by];
    return typeof value === "number" ? value : Number.NEGATIVE_INFINITY;
  };
  const sorted = group.toSorted((a, b) => (numberIn(a) === numberIn(b) ? 0 : numberIn(b) - numberIn(a)));
  const found = new Map<Facts, number>();
  let place = 0;
  sorted.forEach((facts, index) => {
    const before = sorted[index - 1];
    if (!before || numberIn(before) !== numberIn(facts)) place = index + 1;
    found.set(facts, place);
  });
  return found;
}

function ranked(population: readonly Facts[], id: string, { rank, within }: Rank): Facts[] {
  const groups = new Map<unknown, Facts[]>();
  for (const facts of population) {
    const key = within === undefined ? null : (facts[within] ?? null);
    groups.set(key, [...(groups.get(key) ?? []), facts]);
  }
  const names = rankFacts(id);
  const placed = new Map(
    [...groups.values()].flatMap((group) =>
      [...places(group, rank)].map(([facts, position]) => [facts, { position, size: group.length }] as const),
    ),
  );
  return population.map((facts) => {
    const place = placed.get(facts);
    return { ...facts, [names.position]: place?.position ?? null, [names.size]: place?.size ?? null };
  });
}

/**
 * Adds to the facts of each the place a policy's rankings give it among all. What is added is facts like others: stored with a
 * decision, they let it be replayed without the rest.
 */
export function withRanks({ values = {} }: Pick<PolicyBody, "values">, population: readonly Facts[]): readonly Facts[] {
  return Object.entries(values).reduce<readonly Facts[]>(
    (all, [id, calculation]) => ("rank" in calculation ? ranked(all, id, calculation) : all),
    population,
  );
}
