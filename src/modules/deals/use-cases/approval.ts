import { dayOf, type PlainDate } from "@/kernel/dates";
import { fromPlainDate } from "@/server/clocks";
import type { EventDraft } from "@/server/events";
import { installation } from "@/server/exchange";
import { policyVersion } from "@/server/policies";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { lastDay, protectionPeriod } from "../domain/protection";
import { grantOf } from "../domain/registration";
import { insertProtection, saveDeal } from "../repository";
import { protectParticipants } from "./participation";
import { startPartnerClocks } from "./partner-clock";
import { startProtectionClock } from "./protection";
import { type Review, writeReviewDecision } from "./review";
import { startPresales } from "./start-presales";

type Decidable = Deal & { accountId: string; productLineId: string; policyVersionId: string };

/** Whether a registration has what a protection is of, and the rules it was submitted under. */
export function isDecidable(deal: Deal): deal is Decidable {
  return deal.accountId !== null && deal.productLineId !== null && deal.policyVersionId !== null;
}

type Approval = {
  readonly review: Review;
  readonly reasonCode: string;
  readonly note: string;
  /** Columns that are saved along. */
  readonly changes?: Parameters<typeof saveDeal>[2];
};

/** What an approval granted, for its event, and the events of what it starts. */
type Approved = {
  readonly granted: { readonly protectedThrough: PlainDate; readonly benefitBasisPoints: number };
  readonly started: readonly EventDraft[];
};

/**
 * Approves a registration that a person looked at, or should have: saved, protected from today on, with the clock that ends it, the decision and the help the
 * rules bring. `saved` where somebody else saved in between, `taken` where somebody else is protected there: then the caller
 * answers with a failure, and nothing of it stays.
 */
export async function approveReviewed(
  context: Context,
  deal: Decidable,
  { review, reasonCode, note, changes }: Approval,
): Promise<Approved | "saved" | "taken"> {
  const { tx, now, newId } = context;
  const { accountId, productLineId, partnerId, partnerRole: role } = deal;
  const { protectionDays, benefitBasisPoints } = grantOf(review.evaluation);
  const { zone } = await installation(tx);
  const period = protectionPeriod(dayOf(now, zone), protectionDays);
  const approved = {
    ...changes,
    status: "approved",
    stage: "qualified",
    decidedAt: now,
    protectedUntil: fromPlainDate(period.until),
    benefitBasisPoints,
  };
  if (!(await saveDeal(tx, deal, approved, now))) return "saved";
  const protection = { id: newId(), dealId: deal.id, partnerId, accountId, productLineId, role, period, now };
  if (!(await insertProtection(tx, protection))) return "taken";
  await startProtectionClock(context, deal, period.until, zone);
  await context.asSystem(() => protectParticipants(context, deal.id, { accountId, productLineId }, period));
  await writeReviewDecision(context, deal, review, { outcome: "approved", reasonCode, note });
  const { body } = await policyVersion(tx, deal.policyVersionId);
  await startPartnerClocks(context, deal, { body, facts: review.facts });
  const ground = { evaluation: review.evaluation, body, today: period.from };
  const started = await context.asSystem(() => startPresales(context, deal, ground));
  return { granted: { protectedThrough: lastDay(period), benefitBasisPoints }, started };
}
