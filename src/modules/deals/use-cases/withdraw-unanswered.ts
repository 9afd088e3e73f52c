import { ok } from "@/kernel/result";
import { fireClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { findDeal, saveDeal } from "../repository";
import { clockInput } from "../schema";

/** A question stayed without an answer: the registration is withdrawn. It can be registered again at any time. */
export const withdrawUnanswered = useCase({
  name: "deal.withdrawUnanswered",
  permission: "clock.fire",
  input: clockInput,
  async run({ tx, now }, { clockId, subjectId }) {
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return ok({ value: { fired: false }, events: [] });
    if (deal.status !== "needs_info") return ok({ value: { fired: false }, events: [] });
    if (!(await saveDeal(tx, deal, { status: "withdrawn", dueAt: null }, now)))
      throw new Error("saved by somebody else; the clock fires again");
    const event = { type: "deal.withdrawnUnanswered", subjectKind: "deal", subjectId, partnerId: deal.partnerId };
    return ok({ value: { fired: true }, events: [event] });
  },
});
