import type { PersonActor } from "@/kernel/actor";
import { addBusinessDays } from "@/kernel/calendar";
import type { Evaluation, Facts } from "@/kernel/policy";
import { mayDecide, mayEdit, mayWithdraw } from "@/modules/deals/access";
import { clockKinds } from "@/modules/deals/domain/clock";
import type { DealContent } from "@/modules/deals/domain/deal";
import { typedFrom } from "@/modules/deals/domain/draft";
import { lastDay } from "@/modules/deals/domain/protection";
import { reviewTerms } from "@/modules/deals/domain/registration";
import { contentColumns } from "@/modules/deals/repository";
import { type DealContentInput, dealContent } from "@/modules/deals/schema";
import { minutesOnClock } from "@/server/clocks";
import type { Ledger, LedgerDeal } from "./ledger";
import { decideByRule, protect } from "./ledger-register";
import { decided, happened, keepHistory, save, start, stop } from "./ledger-steps";

/** A deal of the past on its way through the story. */
export type Past = {
  readonly ledger: Ledger;
  readonly deal: LedgerDeal;
  readonly content: DealContentInput;
  readonly checked: DealContent;
  readonly outcome: string;
};

/** Drafts a registration nine minutes before it is submitted, and decides it by the rules. */
export function register(ledger: Ledger, actor: PersonActor, content: DealContentInput, now: Date): Past {
  const checked = dealContent.parse(content);
  const drafted = new Date(now.getTime() - 9 * 60_000);
  const year = String(drafted.getUTCFullYear()).slice(2);
  const deal: LedgerDeal = {
    id: ledger.nextId("deal"),
    number: `D-${year}-${String(ledger.deals.length + 1).padStart(4, "0")}`,
    partnerId: actor.partnerId ?? "",
    ownerId: actor.personId,
    createdById: actor.personId,
    createdAt: drafted,
    status: "draft",
    stage: "prospecting",
    reviewerId: null,
    winReportedAt: null,
    winReportedById: null,
    winConfirmedAt: null,
    decisionMinutes: null,
    wonOn: null,
    policy: null,
    accountId: "",
    version: 1,
    updatedAt: drafted,
    columns: {},
  };
  ledger.deals.push(deal);
  keepHistory(ledger, deal);
  happened(ledger, deal, "deal.drafted", actor, drafted);
  const past = { ledger, deal, content, checked, outcome: deal.status };
  submit(past, actor, now);
  return { ...past, outcome: deal.status };
}

function submit({ ledger, deal, checked }: Past, actor: PersonActor, now: Date, answered?: string) {
  if (!mayEdit(actor, deal)) throw new Error(`${actor.name} may not edit ${deal.number}`);
  const columns = { ...contentColumns(checked, typedFrom(checked)), question: null };
  save(ledger, deal, { status: "submitted", columns: { submittedAt: now, ...deal.columns, ...columns } }, now);
  if (answered === undefined) happened(ledger, deal, "deal.submitted", actor, now);
  else happened(ledger, deal, "deal.answered", actor, now, { answer: answered });
  decideByRule(ledger, deal, checked, now);
}

type Review = { readonly facts: Facts; readonly evaluation: Evaluation; readonly minutes: number };

function closeReview({ ledger, deal }: Past, now: Date): Review {
  const startedAt = stop(ledger, deal, clockKinds.review, now);
  const last = ledger.lines.decision.findLast((line) => line.subjectId === deal.id);
  const basis = ledger.lines.decisionBasis.find((line) => line.decisionId === last?.id);
  if (!basis) throw new Error(`${deal.number} is in review without a decision that sent it there`);
  const minutes = (deal.decisionMinutes ?? 0) + minutesOnClock(ledger.calendar, startedAt, now);
  // decided() put exactly these there.
  return { facts: basis.facts as Facts, evaluation: basis.evaluation as Evaluation, minutes };
}

/** False where the scope was taken in the meantime, or somebody or a clock was faster. */
export function approve(past: Past, actor: PersonActor, note: string, now: Date): boolean {
  const { ledger, deal, checked } = past;
  if (!mayDecide(actor, deal)) return false;
  const last = ledger.lines.decision.findLast((line) => line.subjectId === deal.id);
  const basis = ledger.lines.decisionBasis.find((line) => line.decisionId === last?.id);
  if (!basis) return false;
  const granted = protect(ledger, deal, checked, basis.evaluation as Evaluation, now);
  if (!granted) return false;
  const { facts, evaluation, minutes } = closeReview(past, now);
  decided(ledger, deal, {
    facts,
    evaluation,
    outcome: "approved",
    reasonCode: "approved_by_reviewer",
    note,
    by: actor,
    at: now,
  });
  const { period, benefitBasisPoints } = granted;
  const columns = { decidedAt: now, protectedUntil: period.until, benefitBasisPoints, dueAt: null };
  save(ledger, deal, { status: "approved", stage: "qualified", decisionMinutes: minutes, columns }, now);
  const data = { note, protectedThrough: lastDay(period), benefitBasisPoints };
  happened(ledger, deal, "deal.approved", actor, now, data);
  return true;
}

export function reject(past: Past, actor: PersonActor, reason: string, note: string, now: Date) {
  const { ledger, deal } = past;
  if (!mayDecide(actor, deal)) return false;
  const { facts, evaluation, minutes } = closeReview(past, now);
  decided(ledger, deal, { facts, evaluation, outcome: "rejected", reasonCode: reason, note, by: actor, at: now });
  const columns = { decidedAt: now, dueAt: null };
  save(ledger, deal, { status: "rejected", decisionMinutes: minutes, columns }, now);
  happened(ledger, deal, "deal.rejected", actor, now, { reason, note });
  return true;
}

export function ask(past: Past, actor: PersonActor, question: string, now: Date): boolean {
  const { ledger, deal } = past;
  if (!mayDecide(actor, deal) || !deal.policy) return false;
  const { facts, evaluation, minutes } = closeReview(past, now);
  const dueAt = addBusinessDays(ledger.calendar, now, reviewTerms(deal.policy.body).answerDays);
  start(ledger, deal, { kind: clockKinds.answer, startedAt: now, dueAt, consequence: "withdraw" });
  decided(ledger, deal, {
    facts,
    evaluation,
    outcome: "needs_info",
    reasonCode: "question",
    note: question,
    by: actor,
    at: now,
  });
  save(ledger, deal, { status: "needs_info", decisionMinutes: minutes, columns: { question, dueAt } }, now);
  happened(ledger, deal, "deal.returned", actor, now, { question });
  return true;
}

/** Answers a question; returns how the registration stands then, or null where it was withdrawn in the meantime. */
export function answer(past: Past, actor: PersonActor, text: string, now: Date): Past | null {
  const { ledger, deal } = past;
  if (deal.status !== "needs_info") return null;
  stop(ledger, deal, clockKinds.answer, now);
  submit(past, actor, now, text);
  return { ...past, outcome: deal.status };
}

/** The partner takes a registration back before it is decided. */
export function withdraw({ ledger, deal }: Past, actor: PersonActor, now: Date): boolean {
  if (!mayWithdraw(actor, deal)) return false;
  stop(ledger, deal, clockKinds.review, now);
  stop(ledger, deal, clockKinds.answer, now);
  save(ledger, deal, { status: "withdrawn", columns: { dueAt: null, question: null } }, now);
  happened(ledger, deal, "deal.withdrawn", actor, now);
  return true;
}
