import { err, ok } from "@/kernel/result";
import { stopClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayWithdraw } from "../access";
import { clockKinds } from "../domain/clock";
import { findDeal, saveDeal } from "../repository";
import { withdrawDealInput } from "../schema";

/** The partner takes a registration back before it is decided. */
export const withdrawDeal = useCase({
  name: "deal.withdraw",
  permission: "deal.register",
  input: withdrawDealInput,
  async run({ actor, tx, now }, { dealId, version }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayWithdraw(actor, deal))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.alreadyDecided" });
    const changes = { status: "withdrawn", dueAt: null, question: null };
    if (deal.version !== version || !(await saveDeal(tx, deal, changes, now))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    await stopClock(tx, dealId, clockKinds.review, now);
    await stopClock(tx, dealId, clockKinds.answer, now);
    const event = { type: "deal.withdrawn", subjectKind: "deal", subjectId: dealId, partnerId: deal.partnerId };
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
