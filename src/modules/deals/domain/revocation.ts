import type { Deal } from "./deal";

type Entry = Pick<Deal, "ownerId" | "createdById">;

/**
 * Who may confirm or decline that somebody wants a protection taken back: everybody who decides about the partner but the one
 * who asked and those whose entry it is. Where nobody is left, the one who asked decides alone.
 */
export function revocationDeciders(deciders: readonly string[], deal: Entry, askedById: string): readonly string[] {
  const involved = [askedById, deal.ownerId, deal.createdById];
  const others = deciders.filter((decider) => !involved.includes(decider));
  return others.length > 0 ? others : [askedById];
}
