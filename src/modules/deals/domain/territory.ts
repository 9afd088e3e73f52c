import type { PolicyBody, Verdict } from "@/kernel/policy";
import { factsIn } from "@/kernel/policy/condition";

/** Whether a country belongs to a territory; one without countries is everywhere. */
export function isWithin(territory: readonly string[], country: string): boolean {
  return territory.length === 0 || territory.includes(country);
}

/** A territory as a fact: its countries in one word, sorted, empty where it is everywhere. */
export function territoryWord(territory: readonly string[]): string {
  return [...territory].sort().join(" ");
}

/** What the rules do with a registration outside of the partner's territory; null where they do not ask. */
export function outsideVerdict({ rules }: Pick<PolicyBody, "rules">): Exclude<Verdict, "approve"> | null {
  return rules.find(({ pass }) => factsIn(pass).includes("customer.in_territory"))?.otherwise ?? null;
}
