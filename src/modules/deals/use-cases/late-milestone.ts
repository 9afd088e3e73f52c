import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { hasReached } from "../domain/stages";
import { clockInput } from "../schema";
import { claimPartnerClock, partnerIsLate } from "./late-partner";

/** A protected sale should have come further by now: it is warned, or the protection is taken back, as the rules say. */
export const lateMilestone = useCase({
  name: "deal.lateMilestone",
  permission: "clock.fire",
  escalates: ["protection.end"],
  input: clockInput,
  async run(context, input) {
    const late = await claimPartnerClock(context, input);
    if (!late || hasReached(late.policy.body, late.deal.stage)) return ok({ value: { fired: false }, events: [] });
    const words = { warning: "deal.milestoneWarned", reason: "milestone_missed" };
    const events = await partnerIsLate(context, "milestone", late, words);
    return ok({ value: { fired: events.length > 0 }, events });
  },
});
