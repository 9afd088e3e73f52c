import type { PolicyBody } from "@/kernel/policy";

/** What happens where a seller of the vendor begins at a customer for whom a partner is protected. */
export type OnProtected = "warn" | "block";

/** Reads it out of a rule set. One that says nothing lets a seller go on with a reason. */
export function onProtected({ settings }: Pick<PolicyBody, "settings">): OnProtected {
  return settings["direct.on_protected"] === "block" ? "block" : "warn";
}

/** How alike a customer and a protected one must be to count as the same, in hundredths. */
export const sameFrom = 60;

/** Roles in which a partner sells: a partner that implements or influences competes with no seller. */
export const sellingRoles: readonly string[] = ["sourcing", "selling"];

/** Why a seller goes on all the same. */
export const goOnReasons = ["partner_agreed", "customer_insists", "tender", "other_need", "other"] as const;
export type GoOnReason = (typeof goOnReasons)[number];

/** What a possible breach turned out to be. */
export const breachOutcomes = ["agreed", "no_breach", "breach"] as const;
export type BreachOutcome = (typeof breachOutcomes)[number];
