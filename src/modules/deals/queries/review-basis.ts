import type { Evaluation, Facts, PolicyBody } from "@/kernel/policy";
import type { Tx } from "@/server/db";
import { clockKinds } from "../domain/clock";

/** What a reviewer decides on: how the rules came out, the rules themselves, the clock in business minutes, and the version to decide. */
export type ReviewBasis = {
  readonly evaluation: Evaluation;
  /** Null where only what both sides may read is left. */
  readonly facts: Facts | null;
  readonly body: PolicyBody;
  readonly clock: { readonly startedAt: Date; readonly budgetMinutes: number; readonly late: string };
  readonly version: number;
  readonly need: string;
};

/** The basis of each registration in review, by deal; four queries, however many deals. Only the vendor's people can read it. */
export async function reviewBases(tx: Tx, dealIds: readonly string[]): Promise<ReadonlyMap<string, ReviewBasis>> {
  const ids = [...dealIds];
  const decisions = await tx.decision.findMany({
    where: { subjectId: { in: ids } },
    orderBy: [{ subjectId: "asc" }, { decidedAt: "desc" }, { id: "desc" }],
    distinct: ["subjectId"],
    select: {
      subjectId: true,
      policyVersionId: true,
      evaluation: true,
      basis: { select: { evaluation: true, facts: true } },
    },
  });
  const versions = await tx.policyVersion.findMany({
    where: { id: { in: [...new Set(decisions.map((decision) => decision.policyVersionId))] } },
    select: { id: true, body: true },
  });
  const clocks = await tx.clock.findMany({
    where: { subjectId: { in: ids }, kind: clockKinds.review, stoppedAt: null, budgetMinutes: { not: null } },
    orderBy: [{ startedAt: "asc" }, { dueAt: "asc" }],
    select: { subjectId: true, startedAt: true, budgetMinutes: true, consequence: true },
  });
  const deals = await tx.deal.findMany({ where: { id: { in: ids } }, select: { id: true, version: true, need: true } });
  const dealOf = new Map(deals.map((deal) => [deal.id, deal]));
  const bodyOf = new Map(versions.map(({ id, body }) => [id, body]));
  const clockOf = new Map(clocks.map((clock) => [clock.subjectId, clock]));
  return new Map(
    decisions.flatMap((decision) => {
      const body = bodyOf.get(decision.policyVersionId);
      const clock = clockOf.get(decision.subjectId);
      const deal = dealOf.get(decision.subjectId);
      if (!body || !clock || !deal) return [];
      // Evaluations and bodies were written from values of these types.
      const basis = {
        evaluation: (decision.basis?.evaluation ?? decision.evaluation) as unknown as Evaluation,
        facts: (decision.basis?.facts ?? null) as Facts | null,
        body: body as unknown as PolicyBody,
        clock: { startedAt: clock.startedAt, budgetMinutes: clock.budgetMinutes ?? 0, late: clock.consequence },
        version: deal.version,
        need: deal.need,
      };
      return [[decision.subjectId, basis] as const];
    }),
  );
}
