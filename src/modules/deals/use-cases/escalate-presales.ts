import { ok } from "@/kernel/result";
import { peopleWithRole, personName } from "@/modules/people/public";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal } from "../repository";
import { openPresales, reassignPresales } from "../repository/presales";
import { clockInput } from "../schema";

/** Help with a sale was not given in time: it goes to a program owner, and both sides see that it is late. */
export const escalatePresales = useCase({
  name: "deal.escalatePresales",
  permission: "clock.fire",
  input: clockInput,
  async run({ tx, now }, { clockId, subjectId }) {
    const nothing = ok({ value: { fired: false }, events: [] });
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return nothing;
    const open = await openPresales(tx, subjectId);
    const owners = await peopleWithRole(tx, "program_owner");
    const next = owners.find((owner) => owner !== deal.ownerId && owner !== deal.createdById);
    if (!open || !next || next === open.ownerId || !(await reassignPresales(tx, open.id, next))) return nothing;
    const from = await personName(tx, open.ownerId);
    const event = {
      type: "deal.presalesEscalated",
      subjectKind: "deal",
      subjectId,
      partnerId: deal.partnerId,
      data: { from, to: await personName(tx, next) },
    };
    return ok({ value: { fired: true }, events: [event] });
  },
});
