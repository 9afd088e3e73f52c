/** A registration a person decided, with the facts that decisions on like cases share. */
export type DecidedCase = {
  readonly id: string;
  readonly number: string;
  readonly customer: string;
  readonly partner: string;
  readonly region: string;
  readonly reviewerId: string;
  readonly reviewer: string;
  readonly outcome: "approved" | "rejected";
  readonly reasonCode: string;
  readonly decidedAt: Date;
  readonly facts: CaseFacts;
};

export type CaseFacts = {
  readonly policyVersionId: string;
  readonly dealType: string;
  readonly productLine: string;
  /** The place of the amount among `amountSteps`, from 0. */
  readonly amountBand: number;
  readonly tier: string;
  readonly inTerritory: boolean;
  /** What was found to resemble it, in the order of the alphabet. */
  readonly conflicts: readonly string[];
};

/** A rejected case, and the approved one like it that was decided nearest in time. */
export type UnlikePair = {
  readonly rejected: DecidedCase;
  readonly approved: DecidedCase;
  readonly differs: readonly ("reviewer" | "region")[];
};

/** Where one size of a deal ends and the next begins, in whole units of the reporting currency. */
export const amountSteps = [25_000, 50_000, 100_000, 250_000, 500_000] as const;

const keyOf = (facts: CaseFacts) =>
  JSON.stringify([
    facts.policyVersionId,
    facts.dealType,
    facts.productLine,
    facts.amountBand,
    facts.tier,
    facts.inTerritory,
    facts.conflicts,
  ]);

/**
 * Near-identical cases that people decided differently: the same version of the rules and the same facts, one approved, one
 * rejected. Each rejected case is in one pair at most; the newest rejection comes first.
 */
export function unlikePairs(cases: readonly DecidedCase[]): UnlikePair[] {
  const approved = new Map<string, DecidedCase[]>();
  for (const one of cases.filter(({ outcome }) => outcome === "approved")) {
    const key = keyOf(one.facts);
    approved.set(key, [...(approved.get(key) ?? []), one]);
  }
  return cases
    .filter(({ outcome }) => outcome === "rejected")
    .flatMap((rejected) => {
      const nearest = nearestTo(rejected, approved.get(keyOf(rejected.facts)) ?? []);
      return nearest ? [{ rejected, approved: nearest, differs: differencesOf(rejected, nearest) }] : [];
    })
    .sort((a, b) => newer(a.rejected, b.rejected));
}

const newer = (a: DecidedCase, b: DecidedCase) =>
  b.decidedAt.getTime() - a.decidedAt.getTime() || (a.id < b.id ? -1 : 1);

function nearestTo(one: DecidedCase, others: readonly DecidedCase[]): DecidedCase | undefined {
  const apart = (other: DecidedCase) => Math.abs(other.decidedAt.getTime() - one.decidedAt.getTime());
  return [...others].sort((a, b) => apart(a) - apart(b) || newer(a, b))[0];
}

function differencesOf(a: DecidedCase, b: DecidedCase): UnlikePair["differs"] {
  const differs: ("reviewer" | "region")[] = [];
  if (a.reviewerId !== b.reviewerId) differs.push("reviewer");
  if (a.region !== b.region) differs.push("region");
  return differs;
}
