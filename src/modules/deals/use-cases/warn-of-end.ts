import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { isOpen } from "../domain/deal";
import { lastDay } from "../domain/protection";
import { findDeal } from "../repository";
import { isWarned, warningType } from "../repository/endings";
import { warnOfEndInput } from "../schema";

/** A protection ends in so many days: its owner is told in time to extend it, to win or to let go. Once for each of the days. */
export const warnOfEnd = useCase({
  name: "deal.warnOfEnd",
  permission: "clock.fire",
  input: warnOfEndInput,
  async run({ tx }, ending) {
    const nothing = ok({ value: { warned: false }, events: [] });
    if (await isWarned(tx, ending)) return nothing;
    const deal = await findDeal(tx, ending.dealId);
    if (deal?.status !== "approved" || !isOpen(deal) || deal.protectedUntil !== ending.until) return nothing;
    const { days, until } = ending;
    const event = {
      type: warningType,
      subjectKind: "deal",
      subjectId: deal.id,
      partnerId: deal.partnerId,
      data: { days, until, endsOn: lastDay(ending) },
    };
    return ok({ value: { warned: true }, events: [event] });
  },
});
