import type { FactType, PolicyContract } from "@/kernel/policy/language";
import { registrationContract } from "@/modules/deals/public";
import { figureTypes } from "../domain/figures";

/** The kinds of rules a program owner writes. */
export const policyKinds: readonly PolicyContract[] = [registrationContract];

/** What is declared for a kind; null where nobody decides by it. */
export const contractOf = (kind: string): PolicyContract | null =>
  policyKinds.find((contract) => contract.kind === kind) ?? null;

/** What the figures of a kind are: those of its facts, and of the settings and tables the product knows. */
export function typesFor(kind: string): ReadonlyMap<string, FactType> {
  const facts = (contractOf(kind)?.facts ?? []).map(({ id, type }) => [id, type] as const);
  return new Map<string, FactType>([...facts, ...figureTypes]);
}
