import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { fromPlainDate } from "@/server/clocks";
import { installation } from "@/server/exchange";
import { policyVersion } from "@/server/policies";
import { useCase } from "@/server/use-case";
import { lastDay, protectionPeriod } from "../domain/protection";
import { grantOf } from "../domain/registration";
import { findDeal, insertProtection, saveDeal } from "../repository";
import { approveDealInput } from "../schema";
import { startProtectionClock } from "./protection";
import { closeReview, decisionEvent, guardDecision, writeHumanDecision } from "./review";
import { startPresales } from "./start-presales";

/** Approves a registration in review and protects its scope. Of two people who decide at once, one wins. */
export const approveDeal = useCase({
  name: "deal.approve",
  permission: "deal.decide",
  escalates: ["presales.start"],
  input: approveDealInput,
  async run(context, { dealId, version, note }) {
    const { actor, tx, now, newId } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const obstacle = guardDecision(actor, deal, version);
    if (obstacle) return err(obstacle);
    if (!deal.accountId || !deal.productLineId || !deal.policyVersionId)
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const review = await closeReview(context, deal);
    const grant = grantOf(review.evaluation);
    const { zone } = await installation(tx);
    const period = protectionPeriod(dayOf(now, zone), grant.protectionDays);
    const changes = {
      status: "approved",
      stage: "qualified",
      decidedAt: now,
      decisionMinutes: review.minutes,
      protectedUntil: fromPlainDate(period.until),
      benefitBasisPoints: grant.benefitBasisPoints,
      dueAt: null,
    };
    if (!(await saveDeal(tx, deal, changes, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.alreadyDecided" });
    const scope = { accountId: deal.accountId, productLineId: deal.productLineId, role: deal.partnerRole };
    if (!(await insertProtection(tx, { id: newId(), dealId, partnerId: deal.partnerId, ...scope, period, now }))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.scopeTaken" });
    }
    await startProtectionClock(context, deal, period.until, zone);
    await writeHumanDecision(context, deal, review, { outcome: "approved", reasonCode: "approved_by_reviewer", note });
    const data = { note, protectedThrough: lastDay(period), benefitBasisPoints: grant.benefitBasisPoints };
    const approved = decisionEvent(deal, "deal.approved", data);
    const { body } = await policyVersion(tx, deal.policyVersionId);
    const ground = { evaluation: review.evaluation, body, today: period.from };
    const help = await context.asSystem(() => startPresales(context, deal, ground));
    return ok({ value: { dealId, number: deal.number }, events: [approved, ...help] });
  },
});
