import type { Evaluation, FactDeclaration, Facts } from "@/kernel/policy";
import { visibleTo } from "@/kernel/policy-explain";
import type { Prisma, Tx } from "./db";
import type { PolicyVersion } from "./policies";

export type NewDecision = {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly partnerId: string;
  readonly policy: Pick<PolicyVersion, "id" | "body">;
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly declarations: readonly FactDeclaration[];
  readonly outcome: string;
  readonly reasonCode: string;
  readonly note: string;
  readonly by:
    | { readonly kind: "system" }
    | { readonly kind: "person"; readonly id: string; readonly name: string; readonly forName?: string };
  readonly at: Date;
};

// Evaluations and facts are JSON by construction.
const json = (value: unknown) => value as Prisma.InputJsonValue;

/**
 * Stores a decision in two rows: what both sides may read, and its basis (all facts, the full trace) that only the vendor reads
 * and from which it can be replayed.
 */
export async function writeDecision(tx: Tx, decision: NewDecision): Promise<void> {
  const { by, policy } = decision;
  await tx.decision.create({
    data: {
      id: decision.id,
      kind: decision.kind,
      subjectId: decision.subjectId,
      partnerId: decision.partnerId,
      policyVersionId: policy.id,
      outcome: decision.outcome,
      reasonCode: decision.reasonCode,
      note: decision.note,
      deciderKind: by.kind,
      deciderId: by.kind === "person" ? by.id : null,
      deciderName: by.kind === "person" ? by.name : "Entente",
      decidedFor: by.kind === "person" ? (by.forName ?? null) : null,
      evaluation: json(visibleTo("partner", decision.evaluation, decision.declarations, policy.body)),
      decidedAt: decision.at,
    },
    select: { id: true },
  });
  await tx.decisionBasis.create({
    data: {
      decisionId: decision.id,
      partnerId: decision.partnerId,
      facts: json(decision.facts),
      evaluation: json(decision.evaluation),
    },
    select: { decisionId: true },
  });
}

/** Facts and trace of the newest decision about a subject: what a person decides on. Only the vendor's people may read it. */
export async function latestBasis(tx: Tx, subjectId: string): Promise<{ facts: Facts; evaluation: Evaluation } | null> {
  const row = await tx.decision.findFirst({
    where: { subjectId },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    select: { basis: { select: { facts: true, evaluation: true } } },
  });
  // Written by writeDecision from values of these types.
  return row?.basis
    ? { facts: row.basis.facts as Facts, evaluation: row.basis.evaluation as unknown as Evaluation }
    : null;
}
