import { err, ok } from "@/kernel/result";
import { stopClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayDecideDispute } from "../access";
import { clockKinds } from "../domain/clock";
import { findDeal, saveDeal } from "../repository";
import { closeDispute, openDispute } from "../repository/disputes";
import { decideDisputeInput } from "../schema";
import { overturn } from "./overturn";
import { dealEvent } from "./review";
import { unfitReason } from "./unfit-reason";

/**
 * Somebody who took no part in a disputed rejection upholds it, or overturns it: then the registration is approved and protected
 * from today on. Either way the partner reads the reason and the note. Of two people who decide at once, one wins.
 */
export const decideDispute = useCase({
  name: "deal.decideDispute",
  permission: "deal.decide",
  escalates: ["participation.protect", "presales.start"],
  input: decideDisputeInput,
  async run(context, { dealId, version, outcome, reason, note }) {
    const { actor, tx, now } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const dispute = await openDispute(tx, dealId);
    if (!dispute) return err({ code: "conflict", entity: "deal", reason: "deals.errors.disputeClosed" });
    if (actor.kind !== "person" || !mayDecideDispute(actor, deal, dispute)) return err({ code: "forbidden" });
    const unfit = await unfitReason(tx, `dispute_${outcome}`, { reason, note });
    if (unfit) return err(unfit);
    if (deal.version !== version)
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    if (outcome === "upheld" && !(await saveDeal(tx, deal, {}, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    const events =
      outcome === "upheld"
        ? [dealEvent(deal, "deal.disputeUpheld", { reason, note })]
        : await overturn(context, deal, { reason, note });
    if (typeof events === "string") return err({ code: "conflict", entity: "deal", reason: events });
    const by = { closedById: actor.personId, closedByName: actor.name };
    const closing = { status: outcome, reason, note, closedAt: now, ...by };
    if (!(await closeDispute(tx, dispute.id, closing)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.disputeClosed" });
    await stopClock(tx, dealId, clockKinds.dispute, now);
    return ok({ value: { dealId, number: deal.number }, events });
  },
});
