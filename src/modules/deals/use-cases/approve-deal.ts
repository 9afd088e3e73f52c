import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { findDeal } from "../repository";
import { approveDealInput } from "../schema";
import { approveReviewed, isDecidable } from "./approval";
import { closeReview, dealEvent, guardDecision } from "./review";

const reasons = { saved: "deals.errors.alreadyDecided", taken: "deals.errors.scopeTaken" } as const;

/** Approves a registration in review and protects its scope. Of two people who decide at once, one wins. */
export const approveDeal = useCase({
  name: "deal.approve",
  permission: "deal.decide",
  escalates: ["participation.protect", "presales.start"],
  input: approveDealInput,
  async run(context, { dealId, version, note }) {
    const { actor, tx } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const obstacle = guardDecision(actor, deal, version);
    if (obstacle) return err(obstacle);
    if (!isDecidable(deal)) return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const review = await closeReview(context, deal);
    const changes = { decisionMinutes: review.minutes, dueAt: null };
    const approval = { review, reasonCode: "approved_by_reviewer", note, changes };
    const approved = await approveReviewed(context, deal, approval);
    if (typeof approved === "string") return err({ code: "conflict", entity: "deal", reason: reasons[approved] });
    const event = dealEvent(deal, "deal.approved", { note, ...approved.granted });
    return ok({ value: { dealId, number: deal.number }, events: [event, ...approved.started] });
  },
});
