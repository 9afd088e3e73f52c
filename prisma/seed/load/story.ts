import type { Evaluation } from "@/kernel/policy";
import { visibleTo } from "@/kernel/policy-explain";
import { clockKinds } from "@/modules/deals/domain/clock";
import {
  automaticReason,
  evaluateRegistration,
  grantOf,
  registrationFactsOf,
  reviewTerms,
} from "@/modules/deals/domain/registration";
import { registrationFacts } from "@/modules/deals/facts";
import { exchanges, rejections } from "../history-words";
import { pick } from "../moments";
import { inEuros } from "../rates";
import { type Basis, type Clock, happen, type LoadDeal } from "./deal";
import { type Program, start } from "./program";
import { planSale } from "./sale";
import { isTaken, matchesAt } from "./scope";
import type { LoadPerson } from "./staff";

const policyAt = ({ policies }: Program, at: number) => {
  const found = policies.find(({ effectiveFrom }) => effectiveFrom.getTime() <= at);
  if (!found) throw new Error("no rules are in force");
  return found;
};

/** Submits a draft or an answered question: the rules decide at once, or send it to the partner's manager. */
export function submit(program: Program, deal: LoadDeal, at: number, answer: string | null = null): void {
  const { days, rates, products } = program;
  const today = days.text(days.dayOf(at));
  deal.policy ??= policyAt(program, at);
  deal.submittedAt ??= at;
  deal.question = null;
  const reported = inEuros(rates, deal.content.amount, today);
  deal.reporting = { amount: reported.money.amount, rateDay: reported.rateDay };
  const matches = matchesAt(
    deal,
    at,
    days,
    products.map(([, name]) => name),
  );
  deal.conflicts.push(...matches.map((match) => ({ match, at })));
  const { partner, content, policy } = deal;
  const facts = registrationFactsOf({
    content,
    productLineCode: products[deal.product]?.[0] ?? "",
    reportingAmount: reported.money.amount,
    partner: { stage: "active", tier: partner.tier, approvedDeals: partner.approved, territory: [] },
    matches,
    scopeFree: !isTaken(deal, at, days.dayOf(at)),
    today,
  });
  const evaluation = evaluateRegistration(policy.body, facts);
  const reason = automaticReason(policy.body, evaluation);
  if (answer === null) happen(deal, at, "deal.submitted", deal.seller);
  else happen(deal, at, "deal.answered", deal.seller, { answer });
  const basis = {
    evaluation,
    facts: JSON.stringify(facts),
    trace: JSON.stringify(evaluation),
    visible: JSON.stringify(visibleTo("partner", evaluation, registrationFacts, policy.body)),
  };
  if (evaluation.verdict === "approve") {
    decide(deal, basis, at, "approved", reason);
    deal.decisionMinutes ??= 0;
    deal.reviewer = null;
    grant(program, deal, evaluation, at, null);
  } else review(program, deal, basis, at, reason, answer !== null);
}

function decide(
  deal: LoadDeal,
  basis: Basis,
  at: number,
  outcome: string,
  reasonCode: string,
  note = "",
  by: LoadPerson | null = null,
) {
  const forName = by && deal.reviewer && deal.reviewer.id !== by.id ? deal.reviewer.name : null;
  deal.decisions.push({ basis, outcome, reasonCode, note, by, forName, at });
}

function rulesOf({ policy }: LoadDeal) {
  return { policy: policy?.name ?? "", policyVersion: policy?.version ?? 0 };
}

function review(program: Program, deal: LoadDeal, basis: Basis, at: number, reason: string, asked: boolean): void {
  const { days, queue, roll, owner } = program;
  if (!deal.policy) throw new Error("a review without rules");
  const budget = reviewTerms(deal.policy.body).reviewMinutes;
  const dueAt = days.afterMinutes(at, budget);
  decide(deal, basis, at, "in_review", reason);
  deal.reviewer = deal.partner.manager;
  deal.reviewReason = reason;
  deal.dueAt = dueAt;
  const clock = start(deal, {
    kind: clockKinds.review,
    startedAt: at,
    dueAt,
    consequence: "escalate",
    budgetMinutes: budget,
  });
  const sent = { reviewer: deal.reviewer.name, reason, ...rulesOf(deal) };
  happen(deal, at, "deal.sentToReview", null, sent, { status: "in_review" });
  const minutes =
    roll() < 0.12 ? budget + 30 + Math.floor(roll() * 900) : 20 + Math.floor(roll() ** 1.5 * (budget - 60));
  const answeredAt = days.afterMinutes(at, minutes);
  if (answeredAt > dueAt) queue.push(dueAt, () => escalate(deal, clock, dueAt, owner));
  queue.push(answeredAt, () => {
    if (clock.firedAt === null) clock.stoppedAt = answeredAt;
    conclude(program, deal, basis, answeredAt, asked, days.minutesBetween(at, answeredAt));
  });
}

function escalate(deal: LoadDeal, clock: Clock, at: number, owner: LoadPerson): void {
  const from = deal.reviewer?.name ?? null;
  clock.firedAt = at;
  deal.reviewer = owner;
  happen(deal, at, "deal.escalated", null, { from, to: owner.name });
}

/** The manager decides, or asks; now and then the partner takes it back before. */
function conclude(program: Program, deal: LoadDeal, basis: Basis, at: number, asked: boolean, minutes: number): void {
  const { days, roll } = program;
  const { manager } = deal.partner;
  const fate = roll();
  if (fate < 0.03) {
    withdraw(program, deal, at);
    return;
  }
  deal.decisionMinutes = (deal.decisionMinutes ?? 0) + minutes;
  if (fate < 0.13) reject(program, deal, basis, at, pick(rejections, roll));
  else if (fate < 0.25 && !asked) ask(program, deal, basis, at);
  else if (isTaken(deal, at, days.dayOf(at)))
    reject(program, deal, basis, at, ["protected_registration", "Another partner is protected here."]);
  else {
    decide(deal, basis, at, "approved", "approved_by_reviewer", "", manager);
    grant(program, deal, basis.evaluation, at, manager);
  }
}

function withdraw({ finish }: Program, deal: LoadDeal, at: number): void {
  deal.dueAt = null;
  happen(deal, at, "deal.withdrawn", deal.seller, {}, { status: "withdrawn" });
  finish(deal);
}

function reject(
  { finish }: Program,
  deal: LoadDeal,
  basis: Basis,
  at: number,
  [reason, note]: readonly [string, string],
): void {
  const { manager } = deal.partner;
  decide(deal, basis, at, "rejected", reason, note, manager);
  deal.decidedAt = at;
  deal.dueAt = null;
  happen(deal, at, "deal.rejected", manager, { reason, note }, { status: "rejected" });
  finish(deal);
}

function ask(program: Program, deal: LoadDeal, basis: Basis, at: number): void {
  const { days, queue, roll, finish } = program;
  const { manager } = deal.partner;
  if (!deal.policy) throw new Error("a question without rules");
  const [question, answer] = pick(exchanges, roll);
  const dueAt = days.afterDays(at, reviewTerms(deal.policy.body).answerDays);
  decide(deal, basis, at, "needs_info", "question", question, manager);
  deal.question = question;
  deal.dueAt = dueAt;
  const clock = start(deal, { kind: clockKinds.answer, startedAt: at, dueAt, consequence: "withdraw" });
  happen(deal, at, "deal.returned", manager, { question }, { status: "needs_info" });
  // One in six never answers.
  if (roll() < 0.16) {
    queue.push(dueAt, () => {
      clock.firedAt = dueAt;
      deal.dueAt = null;
      happen(deal, dueAt, "deal.withdrawnUnanswered", null, {}, { status: "withdrawn" });
      finish(deal);
    });
    return;
  }
  const answeredAt = days.afterMinutes(at, 200 + Math.floor(roll() * 2400));
  queue.push(answeredAt, () => {
    clock.stoppedAt = answeredAt;
    submit(program, deal, answeredAt, answer);
  });
}

function grant(program: Program, deal: LoadDeal, evaluation: Evaluation, at: number, by: LoadPerson | null): void {
  const { days } = program;
  const { protectionDays, benefitBasisPoints } = grantOf(evaluation);
  const from = days.dayOf(at);
  deal.partner.approved += 1;
  Object.assign(deal, { decidedAt: at, dueAt: null, benefit: benefitBasisPoints });
  Object.assign(deal, { protectedFrom: from, protectedUntil: from + protectionDays });
  const data = { protectedThrough: days.text(from + protectionDays - 1), benefitBasisPoints };
  const standing = { status: "approved", stage: "qualified" } as const;
  if (by) happen(deal, at, "deal.approved", by, { note: "", ...data }, standing);
  else happen(deal, at, "deal.approvedByRule", null, { ...data, ...rulesOf(deal) }, standing);
  planSale(program, deal, at);
}
