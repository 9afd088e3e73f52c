import { dayOf } from "@/kernel/dates";
import { fromPlainDate } from "@/server/clocks";
import { latestBasis } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import { installation } from "@/server/exchange";
import { policyVersion } from "@/server/policies";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { lastDay, protectionPeriod } from "../domain/protection";
import { grantOf } from "../domain/registration";
import { insertProtection, saveDeal } from "../repository";
import { startProtectionClock } from "./protection";
import { decisionEvent, writeHumanDecision } from "./review";
import { startPresales } from "./start-presales";

/** Approves a rejected registration after all, with a decision of its own; a message key where that is not possible. */
export async function overturn(
  context: Context,
  deal: Deal,
  { reason, note }: { reason: string; note: string },
): Promise<EventDraft[] | string> {
  const { tx, now, newId } = context;
  const basis = await latestBasis(tx, deal.id);
  const { accountId, productLineId, policyVersionId, partnerId } = deal;
  if (!basis || !accountId || !productLineId || !policyVersionId) return "deals.errors.notDisputable";

  const grant = grantOf(basis.evaluation);
  const { zone } = await installation(tx);
  const period = protectionPeriod(dayOf(now, zone), grant.protectionDays);
  const changes = {
    status: "approved",
    stage: "qualified",
    decidedAt: now,
    protectedUntil: fromPlainDate(period.until),
    benefitBasisPoints: grant.benefitBasisPoints,
  };
  if (!(await saveDeal(tx, deal, changes, now))) return "deals.errors.changedElsewhere";
  const scope = { accountId, productLineId, role: deal.partnerRole };
  if (!(await insertProtection(tx, { id: newId(), dealId: deal.id, partnerId, ...scope, period, now })))
    return "deals.errors.scopeTaken";
  await startProtectionClock(context, deal, period.until, zone);
  const review = { ...basis, minutes: deal.decisionMinutes ?? 0 };
  await writeHumanDecision(context, deal, review, { outcome: "approved", reasonCode: "dispute_overturned", note });
  const data = { reason, note, protectedThrough: lastDay(period), benefitBasisPoints: grant.benefitBasisPoints };
  const { body } = await policyVersion(tx, policyVersionId);
  const ground = { evaluation: basis.evaluation, body, today: period.from };
  const help = await context.asSystem(() => startPresales(context, deal, ground));
  return [decisionEvent(deal, "deal.disputeOverturned", data), ...help];
}
