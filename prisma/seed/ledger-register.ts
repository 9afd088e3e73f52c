import { addBusinessMinutes } from "@/kernel/calendar";
import { startOfDay } from "@/kernel/dates";
import type { Evaluation, Facts } from "@/kernel/policy";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { registrableDomain } from "@/modules/accounts/domain/website";
import { clockKinds } from "@/modules/deals/domain/clock";
import type { DealContent } from "@/modules/deals/domain/deal";
import { lastDay, protectionPeriod } from "@/modules/deals/domain/protection";
import {
  automaticReason,
  evaluateRegistration,
  grantOf,
  registrationFactsOf,
  reviewTerms,
} from "@/modules/deals/domain/registration";
import { chooseReviewer } from "@/modules/deals/domain/reviewer";
import {
  type Ledger,
  type LedgerAccount,
  type LedgerDeal,
  type LedgerPartner,
  type LedgerProtection,
  policyAt,
} from "./ledger";
import { keepConflicts, matchesOf } from "./ledger-conflicts";
import { decided, happened, save, start } from "./ledger-steps";
import { dayAt, vendorZone } from "./moments";
import { inEuros } from "./rates";

type Case = {
  readonly ledger: Ledger;
  readonly deal: LedgerDeal;
  readonly content: DealContent;
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly now: Date;
};

/** Decides a submitted registration by the rules in force, as the system does at once. */
export function decideByRule(ledger: Ledger, deal: LedgerDeal, content: DealContent, now: Date): void {
  const today = dayAt(now);
  const partner = ledger.partners.get(deal.partnerId);
  if (!partner) throw new Error("a deal without its partner");
  const account = accountOf(ledger, content, now);
  if (!ledger.lines.accountLink.some((link) => link.accountId === account.id && link.partnerId === partner.id))
    ledger.lines.accountLink.push({ accountId: account.id, partnerId: partner.id });
  const policy = deal.policy ?? policyAt(ledger, now);
  const reported = inEuros(ledger.rates, content.amount, today);
  const matches = matchesOf(ledger, deal, content, account, now);
  const facts = registrationFactsOf({
    content,
    productLineCode: ledger.products.get(content.productLineId)?.code ?? "",
    reportingAmount: reported.money.amount,
    partner: { ...partner, approvedDeals: approvedBy(ledger, partner) },
    matches,
    scopeFree: !ledger.protections.some(
      (other) => other.deal !== deal && sameScope(other, account, content) && other.period.until > today,
    ),
    today,
  });
  keepConflicts(ledger, deal, matches, now);
  Object.assign(deal, { accountId: account.id, policy });
  Object.assign(deal.columns, { reportingAmount: reported.money.amount, rateDay: reported.rateDay });
  const entry = { ledger, deal, content, facts, evaluation: evaluateRegistration(policy.body, facts), now };
  if (entry.evaluation.verdict === "approve") approveByRule(entry);
  else if (entry.evaluation.verdict === "review") sendToReview(entry);
  else throw new Error(`the demo has no registration that the rules ${entry.evaluation.verdict}`);
}

function approvedBy(ledger: Ledger, { id, approvedBefore }: LedgerPartner): number {
  const counted = ["approved", "expired", "released"];
  return approvedBefore + ledger.deals.filter((deal) => deal.partnerId === id && counted.includes(deal.status)).length;
}

function accountOf(ledger: Ledger, { customer }: DealContent, now: Date): LedgerAccount {
  const names = companyNameKeys(customer.name);
  const domain = registrableDomain(customer.website);
  const all = [...ledger.accounts.values()];
  const known =
    all.find((account) => domain !== null && account.domains.includes(domain)) ??
    names
      .map((name) => all.find(({ country, names: known }) => country === customer.country && known.includes(name)))
      .find((account) => account !== undefined);
  const account = known ?? {
    id: ledger.nextId("account"),
    name: customer.name,
    country: customer.country,
    parentId: null,
    createdAt: now,
    domains: [],
    nameKeys: names,
    names: [],
    opportunities: [],
    isCustomer: false,
  };
  ledger.accounts.set(account.id, account);
  if (domain && !account.domains.includes(domain)) account.domains.push(domain);
  account.names.push(...names.filter((name) => !account.names.includes(name)));
  return account;
}

const sameScope = (other: LedgerProtection, account: { id: string }, content: DealContent) =>
  other.accountId === account.id && other.productLineId === content.productLineId && other.role === content.partnerRole;

/** Protects the scope of a deal under what its rules grant. False where somebody else holds one of the days. */
export function protect(ledger: Ledger, deal: LedgerDeal, content: DealContent, evaluation: Evaluation, now: Date) {
  const grant = grantOf(evaluation);
  const period = protectionPeriod(dayAt(now), grant.protectionDays);
  const taken = ledger.protections.some(
    (other) =>
      sameScope(other, { id: deal.accountId }, content) &&
      other.period.from < period.until &&
      period.from < other.period.until,
  );
  if (taken) return null;
  ledger.protections.push({
    id: ledger.nextId("protection"),
    deal,
    accountId: deal.accountId,
    productLineId: content.productLineId,
    role: content.partnerRole,
    customerName: content.customer.name,
    nameKeys: companyNameKeys(content.customer.name),
    createdAt: now,
    period,
  });
  const dueAt = startOfDay(period.until, vendorZone);
  start(ledger, deal, { kind: clockKinds.protection, startedAt: now, dueAt, consequence: "expire" });
  return { period, benefitBasisPoints: grant.benefitBasisPoints };
}

function record(entry: Case, outcome: string): string {
  const { ledger, deal, facts, evaluation, now } = entry;
  const reasonCode = deal.policy ? automaticReason(deal.policy.body, evaluation) : "";
  decided(ledger, deal, { facts, evaluation, outcome, reasonCode, note: "", by: null, at: now });
  return reasonCode;
}

function rulesOf({ policy }: LedgerDeal) {
  return { policy: policy?.name ?? "", policyVersion: policy?.version ?? 0 };
}

function approveByRule(entry: Case): void {
  const { ledger, deal, content, evaluation, now } = entry;
  const granted = protect(ledger, deal, content, evaluation, now);
  if (!granted) throw new Error("the rules found the scope free, but it is taken");
  record(entry, "approved");
  const { period, benefitBasisPoints } = granted;
  const columns = { decidedAt: now, protectedUntil: period.until, benefitBasisPoints, dueAt: null };
  const decisionMinutes = deal.decisionMinutes ?? 0;
  save(ledger, deal, { status: "approved", stage: "qualified", decisionMinutes, reviewerId: null, columns }, now);
  const data = { protectedThrough: lastDay(period), benefitBasisPoints, ...rulesOf(deal) };
  happened(ledger, deal, "deal.approvedByRule", null, now, data);
}

function sendToReview(entry: Case): void {
  const { ledger, deal, now } = entry;
  if (!deal.policy) throw new Error("a case without rules");
  const { reviewMinutes } = reviewTerms(deal.policy.body);
  const today = dayAt(now);
  const reviewerId = chooseReviewer({
    managerId: ledger.partners.get(deal.partnerId)?.channelManagerId ?? null,
    covers: ledger.covers,
    programOwners: ledger.programOwners,
    excluded: [deal.ownerId, deal.createdById],
    today,
  });
  if (!reviewerId) throw new Error("nobody may decide this registration");
  const dueAt = addBusinessMinutes(ledger.calendar, now, reviewMinutes);
  const reason = record(entry, "in_review");
  start(ledger, deal, {
    kind: clockKinds.review,
    startedAt: now,
    dueAt,
    budgetMinutes: reviewMinutes,
    consequence: "escalate",
  });
  save(ledger, deal, { status: "in_review", reviewerId, columns: { dueAt, reviewReason: reason } }, now);
  const data = { reviewer: ledger.people.get(reviewerId) ?? "", reason, ...rulesOf(deal) };
  happened(ledger, deal, "deal.sentToReview", null, now, data);
}
