import { addBusinessDays } from "@/kernel/calendar";
import { err, ok } from "@/kernel/result";
import { businessCalendar, startClock } from "@/server/clocks";
import { policyVersion } from "@/server/policies";
import { useCase } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import { reviewTerms } from "../domain/registration";
import { findDeal, saveDeal } from "../repository";
import { returnDealInput } from "../schema";
import { closeReview, dealEvent, guardDecision, writeReviewDecision } from "./review";

/** Sends a registration back with a question. The vendor's clock stops; the partner's begins. */
export const returnDeal = useCase({
  name: "deal.return",
  permission: "deal.decide",
  input: returnDealInput,
  async run(context, { dealId, version, question }) {
    const { actor, tx, now, newId } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const obstacle = guardDecision(actor, deal, version);
    if (obstacle) return err(obstacle);
    if (!deal.policyVersionId)
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const review = await closeReview(context, deal);
    const { answerDays } = reviewTerms((await policyVersion(tx, deal.policyVersionId)).body);
    const dueAt = addBusinessDays(await businessCalendar(tx, deal.partnerId), now, answerDays);
    const changes = { status: "needs_info", question, dueAt, decisionMinutes: review.minutes };
    if (!(await saveDeal(tx, deal, changes, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.alreadyDecided" });
    await startClock(tx, {
      id: newId(),
      subjectId: dealId,
      partnerId: deal.partnerId,
      kind: clockKinds.answer,
      startedAt: now,
      dueAt,
      consequence: "withdraw",
    });
    await writeReviewDecision(context, deal, review, { outcome: "needs_info", reasonCode: "question", note: question });
    return ok({ value: { dealId, number: deal.number }, events: [dealEvent(deal, "deal.returned", { question })] });
  },
});
