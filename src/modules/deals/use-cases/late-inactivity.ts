import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { lastActivity } from "../repository/endings";
import { clockInput } from "../schema";
import { claimPartnerClock, partnerIsLate } from "./late-partner";
import { startPartnerClock } from "./partner-clock";

/**
 * A stage is over in which the partner did nothing with a protected sale: as the rules of the registration say, it is warned, or
 * the protection is taken back. Where something was done meanwhile, all stages begin again from there.
 */
export const lateInactivity = useCase({
  name: "deal.lateInactivity",
  permission: "clock.fire",
  escalates: ["protection.end"],
  input: clockInput,
  async run(context, input) {
    const late = await claimPartnerClock(context, input);
    const active = late && (await lastActivity(context.tx, late.deal.id));
    if (late && active && active > late.clock.startedAt) {
      const terms = { body: late.policy.body, facts: late.basis.facts };
      await startPartnerClock(context, late.deal, "inactivity", terms, active);
      return ok({ value: { fired: false }, events: [] });
    }
    const words = { warning: "deal.inactivityWarned", reason: "inactive" };
    const events = late ? await partnerIsLate(context, "inactivity", late, words) : [];
    return ok({ value: { fired: events.length > 0 }, events });
  },
});
