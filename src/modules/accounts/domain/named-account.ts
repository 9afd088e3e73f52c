/** What becomes of a registration for a named account: nothing more than a mark, a person decides, or it is refused. */
export const namedConsequences = ["listed", "review", "refuse"] as const;
export type NamedConsequence = (typeof namedConsequences)[number];

/** The strictest of what is said about customers, from the mildest on; null where nothing is. */
export function strictest(said: readonly NamedConsequence[]): NamedConsequence | null {
  return [...namedConsequences].reverse().find((consequence) => said.includes(consequence)) ?? null;
}
