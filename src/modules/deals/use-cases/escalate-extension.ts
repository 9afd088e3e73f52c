import { ok } from "@/kernel/result";
import { personName } from "@/modules/people/public";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal } from "../repository";
import { openExtension, reassignExtension } from "../repository/extensions";
import { clockInput } from "../schema";
import { programOwnerFor } from "./find-reviewer";
import { dealEvent } from "./review";

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
    const next = await programOwnerFor(tx, deal);
    if (!ask || !next || next === ask.reviewerId || !(await reassignExtension(tx, ask.id, next))) return nothing;
    const from = ask.reviewerId ? await personName(tx, ask.reviewerId) : null;
    const event = dealEvent(deal, "deal.extensionEscalated", { from, to: await personName(tx, next) });
    return ok({ value: { fired: true }, events: [event] });
  },
});
