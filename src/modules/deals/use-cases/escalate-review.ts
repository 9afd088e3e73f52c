import { ok } from "@/kernel/result";
import { peopleWithRole, personName } from "@/modules/people/public";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal, saveDeal } from "../repository";
import { clockInput } from "../schema";

/** The reviewer was late: the registration goes to a program owner, and both sides see it. */
export const escalateReview = useCase({
  name: "deal.escalateReview",
  permission: "clock.fire",
  input: clockInput,
  async run({ tx, now }, { clockId, subjectId }) {
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return ok({ value: { fired: false }, events: [] });
    if (deal.status !== "in_review") return ok({ value: { fired: false }, events: [] });
    const owners = await peopleWithRole(tx, "program_owner");
    const next = owners.find((owner) => owner !== deal.ownerId && owner !== deal.createdById) ?? deal.reviewerId;
    if (!(await saveDeal(tx, deal, { reviewerId: next }, now)))
      throw new Error("saved by somebody else; the clock fires again");
    const from = deal.reviewerId ? await personName(tx, deal.reviewerId) : null;
    const to = next ? await personName(tx, next) : null;
    const event = {
      type: "deal.escalated",
      subjectKind: "deal",
      subjectId,
      partnerId: deal.partnerId,
      data: { from, to },
    };
    return ok({ value: { fired: true }, events: [event] });
  },
});
