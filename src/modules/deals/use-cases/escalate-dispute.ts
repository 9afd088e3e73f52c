import { ok } from "@/kernel/result";
import { peopleWithRole, personName } from "@/modules/people/public";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { disputeOwner } from "../domain/dispute";
import { findDeal } from "../repository";
import { openDispute, reassignDispute } from "../repository/disputes";
import { clockInput } from "../schema";
import { dealEvent } from "./review";

/** Nobody judged a dispute in time: it goes to a program owner who took no part in the decision, once. */
export const escalateDispute = useCase({
  name: "deal.escalateDispute",
  permission: "clock.fire",
  input: clockInput,
  async run({ tx, now }, { clockId, subjectId }) {
    const nothing = ok({ value: { fired: false }, events: [] });
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return nothing;
    const dispute = await openDispute(tx, subjectId);
    if (!dispute) return nothing;
    const next = disputeOwner([], await peopleWithRole(tx, "program_owner"), deal, dispute);
    if (!next || next === dispute.ownerId) return nothing;
    const to = (await personName(tx, next)) ?? "";
    if (!(await reassignDispute(tx, dispute, next, to))) return nothing;
    const from = await personName(tx, dispute.ownerId);
    const event = dealEvent(deal, "deal.disputeEscalated", { from, to });
    return ok({ value: { fired: true }, events: [event] });
  },
});
