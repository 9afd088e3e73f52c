import type { PersonActor } from "@/kernel/actor";
import type { Evaluation, Facts } from "@/kernel/policy";
import { visibleTo } from "@/kernel/policy-explain";
import { registrationFacts, registrationPolicyKind } from "@/modules/deals/facts";
import type { Line } from "./insert";
import type { Ledger, LedgerClock, LedgerDeal } from "./ledger";

type Changes = Partial<
  Pick<
    LedgerDeal,
    | "status"
    | "stage"
    | "reviewerId"
    | "winReportedAt"
    | "winReportedById"
    | "winConfirmedAt"
    | "decisionMinutes"
    | "wonOn"
    | "policy"
    | "accountId"
  >
> & { readonly columns?: Line };

/** Saves changes to a deal and how it stands from this moment on. */
export function save(ledger: Ledger, deal: LedgerDeal, { columns, ...changes }: Changes, now: Date): void {
  Object.assign(deal, changes);
  Object.assign(deal.columns, columns);
  deal.version += 1;
  deal.updatedAt = now;
  keepHistory(ledger, deal);
}

/** One line of history for each moment at which something changed; of two saves at one moment the last one counts. */
export function keepHistory(ledger: Ledger, deal: LedgerDeal): void {
  const lines = ledger.lines.dealHistory;
  const last = lines.findLast((line) => line.dealId === deal.id);
  const { amount, currency, reportingAmount, expectedClose, wonReportingAmount } = deal.columns;
  const line: Line = {
    dealId: deal.id,
    partnerId: deal.partnerId,
    validFrom: deal.updatedAt,
    validTo: null,
    status: deal.status,
    stage: deal.stage,
    amount,
    currency,
    reportingAmount,
    expectedClose,
    wonOn: deal.wonOn,
    wonReportingAmount,
    winConfirmedAt: deal.winConfirmedAt,
  };
  // Only a line of this list has a Date there.
  if (last && (last.validFrom as Date).getTime() === deal.updatedAt.getTime()) Object.assign(last, line);
  else {
    if (last) last.validTo = deal.updatedAt;
    lines.push(line);
  }
}

/** Writes what happened; by the system where no person did it. */
export function happened(
  ledger: Ledger,
  deal: LedgerDeal,
  type: string,
  by: PersonActor | null,
  at: Date,
  data: Line = {},
): void {
  ledger.lines.event.push({
    id: ledger.nextId("event"),
    at,
    type,
    subjectKind: "deal",
    subjectId: deal.id,
    partnerId: deal.partnerId,
    audience: "all",
    actorKind: by ? "person" : "system",
    actorId: by?.personId ?? null,
    actorName: by?.name ?? "Entente",
    actorSide: by?.side ?? "system",
    data,
    historic: false,
  });
}

type NewDecision = {
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly outcome: string;
  readonly reasonCode: string;
  readonly note: string;
  readonly by: PersonActor | null;
  readonly at: Date;
};

/** Writes a decision: what both sides read, and its basis for replay. */
export function decided(ledger: Ledger, deal: LedgerDeal, decision: NewDecision): void {
  const { by, facts, evaluation } = decision;
  const { policy } = deal;
  if (!policy) throw new Error("a decision without its rules");
  const id = ledger.nextId("decision");
  const forSomebody = by && deal.reviewerId !== null && deal.reviewerId !== by.personId ? deal.reviewerId : null;
  ledger.lines.decision.push({
    id,
    kind: registrationPolicyKind,
    subjectId: deal.id,
    partnerId: deal.partnerId,
    policyVersionId: policy.id,
    outcome: decision.outcome,
    reasonCode: decision.reasonCode,
    note: decision.note,
    deciderKind: by ? "person" : "system",
    deciderId: by?.personId ?? null,
    deciderName: by?.name ?? "Entente",
    decidedFor: forSomebody ? (ledger.people.get(forSomebody) ?? null) : null,
    evaluation: visibleTo("partner", evaluation, registrationFacts, policy.body),
    decidedAt: decision.at,
  });
  ledger.lines.decisionBasis.push({ decisionId: id, partnerId: deal.partnerId, facts, evaluation });
}

type NewClock = Pick<LedgerClock, "kind" | "startedAt" | "dueAt" | "consequence"> & { readonly budgetMinutes?: number };

export function start(ledger: Ledger, deal: LedgerDeal, clock: NewClock): void {
  const id = ledger.nextId("clock");
  ledger.clocks.push({ budgetMinutes: null, ...clock, id, deal, stoppedAt: null, firedAt: null });
}

/** Stops the clock of a kind; one that has fired keeps that. Returns when it had started. */
export function stop(ledger: Ledger, deal: LedgerDeal, kind: string, now: Date): Date | null {
  const clock = ledger.clocks.findLast((entry) => entry.deal === deal && entry.kind === kind && !entry.stoppedAt);
  if (clock && !clock.firedAt) clock.stoppedAt = now;
  return clock?.startedAt ?? null;
}
