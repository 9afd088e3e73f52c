import { err, ok } from "@/kernel/result";
import { stopClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayExtend } from "../access";
import { clockKinds } from "../domain/clock";
import { findDeal, saveDeal } from "../repository";
import { answerExtension, openExtension } from "../repository/extensions";
import { declineExtensionInput } from "../schema";
import { dealEvent } from "./review";
import { unfitReason } from "./unfit-reason";

/** A person declines the extension a partner asked for, with a coded reason and a note; the protection ends when it would have. */
export const declineExtension = useCase({
  name: "deal.declineExtension",
  permission: "deal.decide",
  input: declineExtensionInput,
  async run({ actor, tx, now }, { dealId, version, reason, note }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const ask = await openExtension(tx, dealId);
    if (!ask) return err({ code: "conflict", entity: "deal", reason: "deals.errors.extensionAnswered" });
    if (actor.kind !== "person" || !mayExtend(actor, deal, ask)) return err({ code: "forbidden" });
    const unfit = await unfitReason(tx, "decline", { reason, note });
    if (unfit) return err(unfit);
    if (deal.version !== version || !(await saveDeal(tx, deal, {}, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const answer = { decidedAt: now, decidedById: actor.personId, declineReason: reason, decisionNote: note };
    if (!(await answerExtension(tx, ask.id, { outcome: "declined", ...answer })))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.extensionAnswered" });
    await stopClock(tx, dealId, clockKinds.extension, now);
    const event = dealEvent(deal, "deal.extensionDeclined", { reason, note });
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
