import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import { dayOf, type PlainDate } from "@/kernel/dates";
import { type Money, share } from "@/kernel/money";
import type { Evaluation, Facts, PolicyBody } from "@/kernel/policy";
import { newestFirst, toPlainDate } from "@/server/clocks";
import { known, moneyFrom } from "@/server/columns";
import type { Tx } from "@/server/db";
import { abilities, type DealAbilities } from "../access";
import { type Approval, ifApproved as approvalOf } from "../domain/approval";
import { clockKinds } from "../domain/clock";
import { type FieldEvidence, isOld, type MatchClass } from "../domain/conflict";
import { type DealStage, type DealStatus, dealStages, dealStatuses } from "../domain/deal";
import type { OrderMatch } from "../domain/order-match";
import { lastDay } from "../domain/protection";
import { type Dispute, disputeOf, mayOpenDispute } from "./disputes";
import { type Extensions, extensionsOf } from "./extensions";
import { ordersOf } from "./orders";
import { type Participant, participantsOf } from "./participants";
import { peopleNames } from "./people-names";
import { type PresalesHelp, presalesHelp } from "./presales";
import { type Revocation, revocationOf, secondPeople } from "./revocations";

export type DealDecision = {
  readonly id: string;
  readonly outcome: string;
  readonly reasonCode: string;
  readonly note: string;
  readonly decider: string | null;
  readonly decidedFor: string | null;
  readonly decidedAt: Date;
  readonly evaluation: Evaluation;
  /** What it was made from; null for who may not read it. */
  readonly facts: Facts | null;
  readonly policy: { readonly name: string; readonly version: number; readonly body: PolicyBody; readonly since: Date };
};

export type DealMatch = {
  readonly id: string;
  readonly class: MatchClass;
  readonly score: number;
  readonly name: string;
  readonly dealId: string | null;
  readonly dealNumber: string | null;
  readonly partner: string | null;
  readonly productLine: string | null;
  readonly protectedThrough: PlainDate | null;
  /** When the system the other side comes from last said so, and whether that was long ago when it was found. */
  readonly synced: { readonly at: Date; readonly isOld: boolean } | null;
  readonly evidence: readonly FieldEvidence[];
};

export type DealEvent = {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly actor: string;
  readonly actorSide: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

/** The clock of what somebody has to do now. */
export type DealClock = {
  readonly kind: "review" | "answer" | "extension";
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly budgetMinutes: number | null;
  /** What follows when it has run out. */
  readonly late: string;
};

/** Another registration of the same deal. */
export type LinkedDeal = { readonly id: string; readonly number: string; readonly status: DealStatus };

export type DealRecord = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: DealStatus;
  readonly stage: DealStage;
  readonly imported: boolean;
  readonly customer: {
    readonly accountId: string | null;
    readonly name: string;
    readonly website: string;
    readonly country: string | null;
  };
  readonly contact: { readonly name: string; readonly email: string };
  readonly productLine: { readonly id: string; readonly name: string } | null;
  readonly partnerRole: string;
  readonly dealType: string;
  readonly amount: Money | null;
  readonly benefit: { readonly basisPoints: number; readonly money: Money | null } | null;
  readonly expectedClose: PlainDate | null;
  readonly need: string;
  readonly partner: { readonly id: string; readonly name: string; readonly tier: string };
  readonly owner: string;
  readonly reviewer: { readonly id: string; readonly name: string } | null;
  readonly question: string | null;
  readonly copiedFrom: LinkedDeal | null;
  /** Newest first. */
  readonly copies: readonly LinkedDeal[];
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly dueAt: Date | null;
  readonly clock: DealClock | null;
  readonly protectedThrough: PlainDate | null;
  readonly win: {
    readonly wonOn: PlainDate;
    readonly amount: Money;
    readonly orderReference: string;
    readonly confirmedAt: Date | null;
    /** Who confirmed it; null while nobody has, or where an order in the vendor's books did. */
    readonly confirmedBy: string | null;
  } | null;
  /** Orders in the vendor's books that carry its number or reference, while a win is reported, or that confirmed it. */
  readonly orders: readonly OrderMatch[];
  readonly loss: { readonly on: PlainDate; readonly reason: string } | null;
  /** Newest first. */
  readonly decisions: readonly DealDecision[];
  /** What an approval today would grant; only while the vendor has to decide. */
  readonly ifApproved: Approval | null;
  /** Other partners that were asked to take part, in that order. */
  readonly participants: readonly Participant[];
  /** Longer protections, while it is protected. */
  readonly extensions: Extensions | null;
  /** Only for those of the vendor who may read internals. */
  readonly revocation: Revocation | null;
  /** Help with the sale that the approval brought. */
  readonly presales: PresalesHelp | null;
  /** The newest dispute about a decision. */
  readonly dispute: Dispute | null;
  /** Whether the reader may dispute the decision now. */
  readonly mayDispute: boolean;
  /** Who would have to confirm a revocation, for who can ask for one. */
  readonly secondPeople: readonly string[];
  /** Only for those of the vendor who may read internals; empty for everybody else. */
  readonly matches: readonly DealMatch[];
  readonly can: DealAbilities;
};

const parts = {
  partner: { select: { id: true, name: true, tier: true } },
  owner: { select: { name: true } },
  reviewer: { select: { id: true, name: true } },
  productLine: { select: { id: true, name: true } },
  copiedFrom: { select: { id: true, number: true, status: true } },
  copies: { select: { id: true, number: true, status: true }, orderBy: { createdAt: "desc" } },
} as const;

/** A deal as the actor may see it, with its decisions, evidence and clock; null where there is none for them. */
export async function recordDeal(
  tx: Tx,
  actor: PersonActor,
  id: string,
  now: Date,
  vendorZone: string,
): Promise<DealRecord | null> {
  // An address can hold anything; what is no id names no deal.
  if (!z.uuid().safeParse(id).success) return null;
  const row = await tx.deal.findUnique({ where: { id }, include: parts });
  if (!row) return null;
  const state = {
    ...row,
    status: known(dealStatuses, row.status),
    stage: known(dealStages, row.stage),
    protectedUntil: row.protectedUntil && toPlainDate(row.protectedUntil),
  };
  const can = abilities(actor, state);
  const amount = moneyFrom(row.amount, row.currency);
  const wonAmount = moneyFrom(row.wonAmount, row.wonCurrency);
  const decisions = await decisionsOf(tx, id, can.seeInternal);
  const basisPoints = row.benefitBasisPoints;
  const latest = decisions[0];
  const extensions = await extensionsOf(tx, actor, state, now);
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    status: state.status,
    stage: state.stage,
    imported: row.origin === "import",
    customer: {
      accountId: row.accountId,
      name: row.customerName,
      website: row.customerWebsite,
      country: row.customerCountry,
    },
    contact: { name: row.contactName, email: row.contactEmail },
    productLine: row.productLine,
    partnerRole: row.partnerRole,
    dealType: row.dealType,
    amount,
    benefit: basisPoints === null ? null : { basisPoints, money: amount && share(amount, basisPoints) },
    expectedClose: row.expectedClose && toPlainDate(row.expectedClose),
    need: row.need,
    partner: row.partner,
    owner: row.owner?.name ?? "",
    reviewer: row.reviewer,
    question: row.question,
    copiedFrom: row.copiedFrom && linked(row.copiedFrom),
    copies: row.copies.map(linked),
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    dueAt: row.dueAt,
    clock: await clockOf(tx, id, waitsFor(state.status, extensions)),
    protectedThrough: state.protectedUntil && lastDay({ until: state.protectedUntil }),
    win:
      row.wonOn && wonAmount
        ? {
            wonOn: toPlainDate(row.wonOn),
            amount: wonAmount,
            orderReference: row.orderReference ?? "",
            confirmedAt: row.winConfirmedAt,
            confirmedBy: await confirmerOf(tx, row.winConfirmedById),
          }
        : null,
    loss: row.lostOn && row.lostReason ? { on: toPlainDate(row.lostOn), reason: row.lostReason } : null,
    orders: can.seeInternal ? await ordersOf(tx, { ...row, wonAmount }, now) : [],
    decisions,
    ifApproved:
      latest && row.status === "in_review" ? approvalOf(latest.evaluation, amount, dayOf(now, vendorZone)) : null,
    extensions,
    participants: await participantsOf(tx, actor, state),
    presales: await presalesHelp(tx, actor, id),
    revocation: can.seeInternal ? await revocationOf(tx, actor, state) : null,
    dispute: await disputeOf(tx, actor, state),
    mayDispute: await mayOpenDispute(tx, actor, state),
    secondPeople: can.askRevocation ? await secondPeople(tx, actor, state) : [],
    matches: can.seeInternal ? await matchesOf(tx, id) : [],
    can,
  };
}

/** The name of who confirmed a win, as far as the reader may know it. */
async function confirmerOf(tx: Tx, personId: string | null): Promise<string | null> {
  return personId && ((await peopleNames(tx, [personId])).get(personId) ?? "");
}

function linked(row: { id: string; number: string; status: string }): LinkedDeal {
  return { ...row, status: known(dealStatuses, row.status) };
}

function waitsFor(status: DealStatus, extensions: Extensions | null): DealClock["kind"] | null {
  if (status === "in_review") return "review";
  if (status === "needs_info") return "answer";
  return extensions?.asked && !extensions.asked.declined ? "extension" : null;
}

/** The newest clock of a kind; one that has run out keeps being shown until somebody has acted. */
async function clockOf(tx: Tx, subjectId: string, kind: DealClock["kind"] | null): Promise<DealClock | null> {
  if (!kind) return null;
  const clock = await tx.clock.findFirst({
    where: { subjectId, stoppedAt: null, kind: clockKinds[kind] },
    orderBy: [...newestFirst],
    select: { startedAt: true, dueAt: true, budgetMinutes: true, consequence: true },
  });
  if (!clock) return null;
  const { consequence: late, ...rest } = clock;
  return { ...rest, kind, late };
}

/** The decisions about a deal, newest first; `internal` with every fact they rest on, else with those both sides may read. */
async function decisionsOf(tx: Tx, subjectId: string, internal: boolean): Promise<DealDecision[]> {
  const rows = await tx.decision.findMany({
    where: { subjectId },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    include: {
      policyVersion: { select: { name: true, version: true, body: true, effectiveFrom: true } },
      basis: internal && { select: { evaluation: true, facts: true } },
    },
  });
  // Evaluations and bodies were written from values of these types.
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    reasonCode: row.reasonCode,
    note: row.note,
    decider: row.deciderKind === "person" ? row.deciderName : null,
    decidedFor: row.decidedFor,
    decidedAt: row.decidedAt,
    evaluation: (row.basis?.evaluation ?? row.evaluation) as unknown as Evaluation,
    facts: (row.basis?.facts ?? null) as Facts | null,
    policy: {
      name: row.policyVersion.name,
      version: row.policyVersion.version,
      body: row.policyVersion.body as unknown as PolicyBody,
      since: row.policyVersion.effectiveFrom,
    },
  }));
}

async function matchesOf(tx: Tx, dealId: string): Promise<DealMatch[]> {
  const rows = await tx.dealConflict.findMany({
    where: { dealId },
    orderBy: [{ foundAt: "desc" }, { score: "desc" }],
    take: 20,
  });
  const newest = rows[0]?.foundAt.getTime();
  return rows
    .filter((row) => row.foundAt.getTime() === newest)
    .map((row) => {
      const other = row.other as {
        name?: string;
        dealNumber?: string;
        partnerName?: string;
        productLine?: string;
        protectedUntil?: string;
        syncedAt?: string | null;
      };
      return {
        id: row.id,
        class: row.class as MatchClass,
        score: row.score,
        name: other.name ?? "",
        dealId: row.otherDealId,
        dealNumber: other.dealNumber ?? null,
        partner: other.partnerName ?? null,
        productLine: other.productLine ?? null,
        protectedThrough: other.protectedUntil ? lastDay({ until: toPlainDate(new Date(other.protectedUntil)) }) : null,
        synced: other.syncedAt
          ? { at: new Date(other.syncedAt), isOld: isOld(new Date(other.syncedAt), row.foundAt) }
          : null,
        evidence: row.evidence as unknown as FieldEvidence[],
      };
    });
}
