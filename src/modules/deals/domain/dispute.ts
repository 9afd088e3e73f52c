import type { PolicyBody } from "@/kernel/policy";
import type { Deal } from "./deal";

/** A decision that is disputed, as far as it matters who may judge it. */
export type Disputed = { readonly firstDeciderId: string | null; readonly openedById: string };

const usualDays = 5;

/** How many business days the vendor may take to judge a dispute. */
export function disputeDays(body: PolicyBody): number {
  const days = body.settings["dispute.business_days"];
  return typeof days === "number" ? days : usualDays;
}

/** Whether somebody took no part in what is disputed: neither decided it, nor disputes it, nor is it their entry. */
export function isIndependent(
  personId: string,
  deal: Pick<Deal, "ownerId" | "createdById">,
  { firstDeciderId, openedById }: Disputed,
): boolean {
  return ![firstDeciderId, openedById, deal.ownerId, deal.createdById].includes(personId);
}

/** Who judges a dispute: the first of those preferred who may decide and is independent, else anybody who is. Null where nobody is. */
export function disputeOwner(
  preferred: readonly (string | null)[],
  deciders: readonly string[],
  deal: Pick<Deal, "ownerId" | "createdById">,
  disputed: Disputed,
): string | null {
  const able = (id: string | null): id is string =>
    id !== null && deciders.includes(id) && isIndependent(id, deal, disputed);
  return [...preferred, ...deciders].find(able) ?? null;
}
