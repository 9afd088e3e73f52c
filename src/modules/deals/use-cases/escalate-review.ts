import { ok } from "@/kernel/result";
import { personName } from "@/modules/people/public";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal, saveDeal } from "../repository";
import { clockInput } from "../schema";
import { programOwnerFor } from "./find-reviewer";
import { dealEvent } from "./review";

/** The reviewer was late: the registration goes to a program owner, and both sides see it. */
export const escalateReview = useCase({
  name: "deal.escalateReview",
  permission: "clock.fire",
  input: clockInput,
  async run({ tx, now }, { clockId, subjectId }) {
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return ok({ value: { fired: false }, events: [] });
    if (deal.status !== "in_review") return ok({ value: { fired: false }, events: [] });
    const next = (await programOwnerFor(tx, deal)) ?? deal.reviewerId;
    if (!(await saveDeal(tx, deal, { reviewerId: next }, now)))
      throw new Error("saved by somebody else; the clock fires again");
    const from = deal.reviewerId ? await personName(tx, deal.reviewerId) : null;
    const to = next ? await personName(tx, next) : null;
    const event = dealEvent(deal, "deal.escalated", { from, to });
    return ok({ value: { fired: true }, events: [event] });
  },
});
