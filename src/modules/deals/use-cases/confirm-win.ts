import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayConfirmWin } from "../access";
import { findDeal } from "../repository";
import { confirmWinInput } from "../schema";
import { countWin } from "./win";

/** Confirms a reported win: from now on it counts, and the protection ends on the day it was won. */
export const confirmWin = useCase({
  name: "deal.confirmWin",
  permission: "deal.confirm",
  escalates: ["account.becomesCustomer", "protection.end"],
  input: confirmWinInput,
  async run(context, { dealId, version }) {
    const { actor, tx } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayConfirmWin(actor, deal) || actor.kind !== "person" || !deal.wonOn) {
      return deal.winConfirmedAt
        ? err({ code: "conflict", entity: "deal", reason: "deals.errors.alreadyConfirmed" })
        : err({ code: "forbidden" });
    }
    const { wonOn } = deal;
    if (deal.version !== version || !(await countWin(context, deal, wonOn, actor.personId)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    const event = {
      type: "deal.winConfirmed",
      subjectKind: "deal",
      subjectId: dealId,
      partnerId: deal.partnerId,
      data: { wonOn },
    };
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
