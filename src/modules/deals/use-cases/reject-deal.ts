import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { findDeal, saveDeal } from "../repository";
import { rejectDealInput } from "../schema";
import { closeReview, dealEvent, guardDecision, writeReviewDecision } from "./review";
import { unfitReason } from "./unfit-reason";

/** Rejects a registration in review, with a coded reason and a note the partner reads. */
export const rejectDeal = useCase({
  name: "deal.reject",
  permission: "deal.decide",
  input: rejectDealInput,
  async run(context, { dealId, version, reason, note }) {
    const { actor, tx, now } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const obstacle = guardDecision(actor, deal, version);
    if (obstacle) return err(obstacle);
    const unfit = await unfitReason(tx, "rejection", { reason, note });
    if (unfit) return err(unfit);

    const review = await closeReview(context, deal);
    const changes = { status: "rejected", decidedAt: now, decisionMinutes: review.minutes, dueAt: null };
    if (!(await saveDeal(tx, deal, changes, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.alreadyDecided" });
    await writeReviewDecision(context, deal, review, { outcome: "rejected", reasonCode: reason, note });
    return ok({
      value: { dealId, number: deal.number },
      events: [dealEvent(deal, "deal.rejected", { reason, note })],
    });
  },
});
