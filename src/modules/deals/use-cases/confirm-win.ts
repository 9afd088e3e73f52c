import { err, ok } from "@/kernel/result";
import { markAsCustomer } from "@/modules/accounts/public";
import { fromPlainDate, stopClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayConfirmWin } from "../access";
import { clockKinds } from "../domain/clock";
import { endProtection } from "../domain/protection";
import { findDeal, findProtection, saveDeal, shortenProtection } from "../repository";
import { confirmWinInput } from "../schema";

/** Confirms a reported win: from now on it counts, and the protection ends on the day it was won. */
export const confirmWin = useCase({
  name: "deal.confirmWin",
  permission: "deal.confirm",
  escalates: ["account.becomesCustomer"],
  input: confirmWinInput,
  async run({ actor, tx, now, asSystem }, { dealId, version }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayConfirmWin(actor, deal) || actor.kind !== "person" || !deal.wonOn) {
      return deal.winConfirmedAt
        ? err({ code: "conflict", entity: "deal", reason: "deals.errors.alreadyConfirmed" })
        : err({ code: "forbidden" });
    }
    const { wonOn, accountId } = deal;
    const protection = await findProtection(tx, dealId);
    const period = protection && endProtection(protection, wonOn);
    const changes = {
      winConfirmedAt: now,
      winConfirmedById: actor.personId,
      ...(period && deal.status === "approved" ? { protectedUntil: fromPlainDate(period.until) } : {}),
    };
    if (deal.version !== version || !(await saveDeal(tx, deal, changes, now))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    if (protection && period && deal.status === "approved") {
      await shortenProtection(tx, protection.id, period);
      await stopClock(tx, dealId, clockKinds.protection, now);
    }
    if (accountId) await asSystem(() => markAsCustomer(tx, accountId));
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
