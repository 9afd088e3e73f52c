import { err, ok } from "@/kernel/result";
import { stopClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayDispute } from "../access";
import { clockKinds } from "../domain/clock";
import { findDeal, saveDeal } from "../repository";
import { closeDispute, openDispute } from "../repository/disputes";
import { withdrawDisputeInput } from "../schema";
import { dealEvent } from "./review";

/** The partner no longer disputes a decision: it stands, and can be disputed again. */
export const withdrawDispute = useCase({
  name: "deal.withdrawDispute",
  permission: "deal.register",
  escalates: ["dispute.withdraw"],
  input: withdrawDisputeInput,
  async run({ actor, tx, now, asSystem }, { dealId, version }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const dispute = await openDispute(tx, dealId);
    if (!dispute) return err({ code: "conflict", entity: "deal", reason: "deals.errors.disputeClosed" });
    if (actor.kind !== "person" || !mayDispute(actor, deal)) return err({ code: "forbidden" });
    if (deal.version !== version || !(await saveDeal(tx, deal, {}, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const closing = {
      status: "withdrawn",
      closedAt: now,
      closedById: actor.personId,
      closedByName: actor.name,
    } as const;
    const closed = await asSystem(async () => {
      await stopClock(tx, dealId, clockKinds.dispute, now);
      return closeDispute(tx, dispute.id, closing);
    });
    if (!closed) return err({ code: "conflict", entity: "deal", reason: "deals.errors.disputeClosed" });
    const event = dealEvent(deal, "deal.disputeWithdrawn", {});
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
