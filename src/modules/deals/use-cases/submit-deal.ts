import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { mustAcknowledge } from "@/server/acknowledgements";
import { stopClock } from "@/server/clocks";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayEdit } from "../access";
import { clockKinds } from "../domain/clock";
import { typedFrom } from "../domain/draft";
import { registrationPolicyKind } from "../facts";
import { contentColumns, findDeal, isFirstOf, saveDeal } from "../repository";
import { standingParticipants } from "../repository/participants";
import { submitDealInput } from "../schema";
import { decideAtOnce } from "./decide-at-once";

/**
 * Submits a registration. In the same transaction the customer is resolved to an account, compared with what is protected,
 * and decided by the program rules in force; what they leave to a person goes to a named reviewer with a clock.
 */
export const submitDeal = useCase({
  name: "deal.submit",
  permission: "deal.register",
  escalates: ["account.resolve", "conflict.find", "deal.decideByRule"],
  input: submitDealInput,
  async run(context, { dealId, version, content, answer }) {
    const { actor, tx, now } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayEdit(actor, deal)) return err({ code: "conflict", entity: "deal", reason: "deals.errors.notEditable" });
    const again = deal.status === "needs_info";
    if (actor.kind === "person" && (await isFirstOf(tx, actor.personId))) {
      if (await mustAcknowledge(tx, actor, registrationPolicyKind, now))
        return err({ code: "refused", reason: "deals.errors.rulesNotAcknowledged" });
    }
    if (again && (await standingParticipants(tx, dealId)).some(({ role }) => role === content.partnerRole))
      return err({ code: "invalid", fields: { partnerRole: "deals.errors.roleTaken" } });
    const { zone } = await installation(tx);
    if (content.expectedClose < dayOf(now, zone)) {
      return err({ code: "invalid", fields: { expectedClose: "deals.errors.closeInPast" } });
    }

    const changes = {
      ...contentColumns(content, typedFrom(content)),
      status: "submitted",
      submittedAt: deal.submittedAt ?? now,
      question: null,
    };
    if (deal.version !== version || !(await saveDeal(tx, deal, changes, now))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    if (again) await stopClock(tx, deal.id, clockKinds.answer, now);
    const submitted = { ...deal, status: "submitted" as const, version: version + 1 };
    const decided = await context.asSystem(() => decideAtOnce(context, submitted, content));

    const about = { subjectKind: "deal", subjectId: deal.id, partnerId: deal.partnerId };
    const event = again
      ? { type: "deal.answered", ...about, data: { answer: answer ?? "" } }
      : { type: "deal.submitted", ...about };
    return ok({ value: { dealId, number: deal.number, outcome: decided.outcome }, events: [event, ...decided.events] });
  },
});
