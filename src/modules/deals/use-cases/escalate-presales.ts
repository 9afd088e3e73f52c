import { ok } from "@/kernel/result";
import { personName } from "@/modules/people/public";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal } from "../repository";
import { openPresales, reassignPresales } from "../repository/presales";
import { clockInput } from "../schema";
import { programOwnerFor } from "./find-reviewer";
import { dealEvent } from "./review";

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
    const next = await programOwnerFor(tx, deal);
    if (!open || !next || next === open.ownerId || !(await reassignPresales(tx, open.id, next))) return nothing;
    const from = await personName(tx, open.ownerId);
    const event = dealEvent(deal, "deal.presalesEscalated", { from, to: await personName(tx, next) });
    return ok({ value: { fired: true }, events: [event] });
  },
});
