import { err, ok } from "@/kernel/result";
import { markAsCustomer } from "@/modules/accounts/public";
import { useCase } from "@/server/use-case";
import { mayConfirmWin } from "../access";
import { findDeal, saveDeal } from "../repository";
import { lapseRevocation } from "../repository/revocations";
import { confirmWinInput } from "../schema";
import { saveAndEndProtection } from "./protection";

/** Confirms a reported win: from now on it counts, and the protection ends on the day it was won. */
export const confirmWin = useCase({
  name: "deal.confirmWin",
  permission: "deal.confirm",
  escalates: ["account.becomesCustomer", "protection.end"],
  input: confirmWinInput,
  async run(context, { dealId, version }) {
    const { actor, tx, now, asSystem } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayConfirmWin(actor, deal) || actor.kind !== "person" || !deal.wonOn) {
      return deal.winConfirmedAt
        ? err({ code: "conflict", entity: "deal", reason: "deals.errors.alreadyConfirmed" })
        : err({ code: "forbidden" });
    }
    const { wonOn, accountId } = deal;
    const changes = { winConfirmedAt: now, winConfirmedById: actor.personId };
    const save = () =>
      deal.status === "approved"
        ? saveAndEndProtection(context, deal, changes, wonOn)
        : saveDeal(tx, deal, changes, now);
    if (deal.version !== version || !(await save())) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    await asSystem(async () => {
      await lapseRevocation(tx, dealId, now);
      if (accountId) await markAsCustomer(tx, accountId);
    });
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
