import { ok } from "@/kernel/result";
import { peopleWithRole, personName } from "@/modules/people/public";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal } from "../repository";
import { openExtension, reassignExtension } from "../repository/extensions";
import { clockInput } from "../schema";

/** Nobody answered in time who asked for a longer protection: it goes to a program owner. The protection still ends on its day. */
export const escalateExtension = useCase({
  name: "deal.escalateExtension",
  permission: "clock.fire",
  input: clockInput,
  async run({ tx, now }, { clockId, subjectId }) {
    const nothing = ok({ value: { fired: false }, events: [] });
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return nothing;
    const ask = await openExtension(tx, subjectId);
    const owners = await peopleWithRole(tx, "program_owner");
    const next = owners.find((owner) => owner !== deal.ownerId && owner !== deal.createdById);
    if (!ask || !next || next === ask.reviewerId || !(await reassignExtension(tx, ask.id, next))) return nothing;
    const from = ask.reviewerId ? await personName(tx, ask.reviewerId) : null;
    const event = {
      type: "deal.extensionEscalated",
      subjectKind: "deal",
      subjectId,
      partnerId: deal.partnerId,
      data: { from, to: await personName(tx, next) },
    };
    return ok({ value: { fired: true }, events: [event] });
  },
});
