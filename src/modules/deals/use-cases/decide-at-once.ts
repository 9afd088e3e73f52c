import { addBusinessDays } from "@/kernel/calendar";
import { dayOf, type PlainDate } from "@/kernel/dates";
import type { Evaluation } from "@/kernel/policy";
import { findPartnerStanding, type PartnerStanding } from "@/modules/partners/public";
import { personName } from "@/modules/people/public";
import { businessCalendar, fromPlainDate, startClock } from "@/server/clocks";
import { writeDecision } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import { inReportingCurrency, installation } from "@/server/exchange";
import { type PolicyVersion, policyInForce, policyVersion } from "@/server/policies";
import type { Context } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import type { Deal, DealContent } from "../domain/deal";
import { lastDay, protectionPeriod } from "../domain/protection";
import {
  automaticReason,
  evaluateRegistration,
  grantOf,
  registrationFactsOf,
  reviewTerms,
} from "../domain/registration";
import { reviewStages } from "../domain/stages";
import { registrationFacts, registrationPolicyKind } from "../facts";
import {
  countApproved,
  insertConflicts,
  insertProtection,
  isScopeTaken,
  productLineCode,
  saveDeal,
} from "../repository";
import { findCustomer } from "./find-customer";
import { findReviewer } from "./find-reviewer";
import { protectParticipants } from "./participation";
import { startPartnerClocks } from "./partner-clock";
import { startProtectionClock } from "./protection";
import { startStage } from "./stage-clock";
import { startPresales } from "./start-presales";

export type AtOnce = {
  readonly outcome: "approved" | "rejected" | "in_review" | "needs_info";
  readonly events: readonly EventDraft[];
};

type Case = {
  readonly deal: Deal;
  readonly content: DealContent;
  readonly accountId: string;
  readonly partner: PartnerStanding;
  readonly policy: PolicyVersion;
  readonly evaluation: Evaluation;
  readonly facts: ReturnType<typeof registrationFactsOf>;
  readonly today: PlainDate;
  readonly zone: string;
  /** Columns every outcome saves along. */
  readonly columns: {
    accountId: string;
    policyVersionId: string;
    reportingAmount: bigint | null;
    rateDay: Date | null;
  };
};

/**
 * Decides a submitted registration by the rules in force, as the system: approves, rejects or asks at once, or hands it to a
 * reviewer. A running case keeps the version under which it was first submitted.
 */
export async function decideAtOnce(context: Context, deal: Deal, content: DealContent): Promise<AtOnce> {
  const entry = await examine(context, deal, content);
  switch (entry.evaluation.verdict) {
    case "approve":
      return approve(context, entry);
    case "reject":
      return reject(context, entry);
    case "ask":
      return ask(context, entry);
    case "review":
      return review(context, entry);
  }
}

async function examine(context: Context, deal: Deal, content: DealContent): Promise<Case> {
  const { tx, now, newId } = context;
  const { zone, reportingCurrency } = await installation(tx);
  const today = dayOf(now, zone);
  const { account, matches } = await findCustomer(context, deal, content, today);
  const partner = await findPartnerStanding(tx, deal.partnerId);
  if (!partner) throw new Error("a deal without its partner");
  const policy = deal.policyVersionId
    ? await policyVersion(tx, deal.policyVersionId)
    : await policyInForce(tx, registrationPolicyKind, now);
  const reported = await inReportingCurrency(tx, content.amount, today, reportingCurrency);
  const scope = { accountId: account.id, productLineId: content.productLineId, role: content.partnerRole };
  const facts = registrationFactsOf({
    content,
    productLineCode: await productLineCode(tx, content.productLineId),
    reportingAmount: reported?.money.amount ?? null,
    partner: { ...partner, approvedDeals: await countApproved(tx, partner.id) },
    matches,
    scopeFree: !(await isScopeTaken(tx, scope, deal.id, today)),
    today,
  });
  await insertConflicts(tx, deal, matches, newId, now);
  return {
    deal,
    content,
    accountId: account.id,
    partner,
    policy,
    facts,
    evaluation: evaluateRegistration(policy.body, facts),
    today,
    zone,
    columns: {
      accountId: account.id,
      policyVersionId: policy.id,
      reportingAmount: reported ? BigInt(reported.money.amount) : null,
      rateDay: reported ? fromPlainDate(reported.rateDay) : null,
    },
  };
}

async function record(context: Context, entry: Case, outcome: AtOnce["outcome"]): Promise<string> {
  const reasonCode = automaticReason(entry.policy.body, entry.evaluation);
  await writeDecision(context.tx, {
    id: context.newId(),
    kind: registrationPolicyKind,
    subjectId: entry.deal.id,
    partnerId: entry.deal.partnerId,
    policy: entry.policy,
    facts: entry.facts,
    evaluation: entry.evaluation,
    declarations: registrationFacts,
    outcome,
    reasonCode,
    note: "",
    by: { kind: "system" },
    at: context.now,
  });
  return reasonCode;
}

function event(entry: Case, type: string, data: EventDraft["data"] = {}): EventDraft {
  const { deal, policy } = entry;
  return {
    type,
    subjectKind: "deal",
    subjectId: deal.id,
    partnerId: deal.partnerId,
    by: "system",
    data: { ...data, policy: policy.name, policyVersion: policy.version },
  };
}

async function save(context: Context, entry: Case, changes: Parameters<typeof saveDeal>[2]): Promise<void> {
  // The row was saved in this transaction a moment ago, so nobody can have changed it.
  if (!(await saveDeal(context.tx, entry.deal, { ...entry.columns, ...changes }, context.now)))
    throw new Error("the deal changed under its own transaction");
}

async function approve(context: Context, entry: Case): Promise<AtOnce> {
  const { tx, now, newId } = context;
  const { deal, content } = entry;
  const grant = grantOf(entry.evaluation);
  const period = protectionPeriod(entry.today, grant.protectionDays);
  const isProtected = await insertProtection(tx, {
    id: newId(),
    dealId: deal.id,
    partnerId: deal.partnerId,
    accountId: entry.accountId,
    productLineId: content.productLineId,
    role: content.partnerRole,
    period,
    now,
  });
  // Somebody else took the scope between the look and the insert: a person has to look at both.
  if (!isProtected) return review(context, entry);
  const scope = { accountId: entry.accountId, productLineId: content.productLineId };
  // Nobody can have been asked to join what was never submitted before.
  if (deal.policyVersionId) await protectParticipants(context, deal.id, scope, period);
  await record(context, entry, "approved");
  await startProtectionClock(context, deal, period.until, entry.zone);
  await startPartnerClocks(context, deal, { body: entry.policy.body, facts: entry.facts });
  await save(context, entry, {
    status: "approved",
    stage: "qualified",
    decidedAt: now,
    decisionMinutes: deal.decisionMinutes ?? 0,
    protectedUntil: fromPlainDate(period.until),
    benefitBasisPoints: grant.benefitBasisPoints,
    reviewerId: null,
    dueAt: null,
  });
  const data = { protectedThrough: lastDay(period), benefitBasisPoints: grant.benefitBasisPoints };
  const { evaluation, policy, today } = entry;
  const help = await startPresales(context, deal, { evaluation, body: policy.body, today });
  return { outcome: "approved", events: [event(entry, "deal.approvedByRule", data), ...help] };
}

async function reject(context: Context, entry: Case): Promise<AtOnce> {
  const reason = await record(context, entry, "rejected");
  const { decisionMinutes } = entry.deal;
  await save(context, entry, {
    status: "rejected",
    decidedAt: context.now,
    decisionMinutes: decisionMinutes ?? 0,
    reviewerId: null,
    dueAt: null,
  });
  return { outcome: "rejected", events: [event(entry, "deal.rejectedByRule", { reason })] };
}

async function ask(context: Context, entry: Case): Promise<AtOnce> {
  const { tx, now, newId } = context;
  const reason = await record(context, entry, "needs_info");
  const { answerDays } = reviewTerms(entry.policy.body);
  const dueAt = addBusinessDays(await businessCalendar(tx, entry.deal.partnerId), now, answerDays);
  await startClock(tx, {
    id: newId(),
    subjectId: entry.deal.id,
    partnerId: entry.deal.partnerId,
    kind: clockKinds.answer,
    startedAt: now,
    dueAt,
    consequence: "withdraw",
  });
  await save(context, entry, { status: "needs_info", dueAt, reviewReason: reason });
  return { outcome: "needs_info", events: [event(entry, "deal.askedByRule", { reason })] };
}

async function review(context: Context, entry: Case): Promise<AtOnce> {
  const { tx, now } = context;
  const { deal } = entry;
  const [stage] = reviewStages(entry.policy.body, entry.facts);
  if (!stage) throw new Error("a review without a stage");
  const reviewerRole = stage.who === "program_owner" ? stage.who : null;
  const managerId = reviewerRole ? null : entry.partner.channelManagerId;
  const reviewerId = await findReviewer(tx, deal, managerId, entry.today);
  const reason = await record(context, entry, "in_review");
  const dueAt = await startStage(context, deal, clockKinds.review, stage, { startedAt: now, from: now });
  await save(context, entry, { status: "in_review", reviewerId, reviewerRole, dueAt, reviewReason: reason });
  const reviewer = (await personName(tx, reviewerId)) ?? "";
  return { outcome: "in_review", events: [event(entry, "deal.sentToReview", { reviewer, reason })] };
}
