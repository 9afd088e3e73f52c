import { addBusinessDays } from "@/kernel/calendar";
import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { coversOn, personName } from "@/modules/people/public";
import { businessCalendar, startClock } from "@/server/clocks";
import { installation } from "@/server/exchange";
import { policyVersion } from "@/server/policies";
import { useCase } from "@/server/use-case";
import { mayDispute } from "../access";
import { clockKinds } from "../domain/clock";
import { disputeDays, disputeOwner } from "../domain/dispute";
import { coverOf } from "../domain/reviewer";
import { findDeal, saveDeal } from "../repository";
import { managerOfPartner } from "../repository/cases";
import { insertDispute, rejectionOf } from "../repository/disputes";
import { decidersOf } from "../repository/revocations";
import { openDisputeInput } from "../schema";
import { dealEvent } from "./review";

/** The partner disputes a rejection: somebody who took no part in it looks at it again, by a clock. Each decision once. */
export const openDispute = useCase({
  name: "deal.openDispute",
  permission: "deal.register",
  escalates: ["dispute.assign"],
  input: openDisputeInput,
  async run(context, { dealId, version, statement }) {
    const { actor, tx, now, newId } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (actor.kind !== "person" || !mayDispute(actor, deal))
      return deal.status === "rejected"
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "deal", reason: "deals.errors.notDisputable" });
    const decision = await rejectionOf(tx, dealId);
    if (!decision || !deal.policyVersionId)
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.notDisputable" });
    if (deal.version !== version || !(await saveDeal(tx, deal, {}, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const { partnerId } = deal;
    const { body } = await policyVersion(tx, deal.policyVersionId);
    const disputed = { firstDeciderId: decision.deciderId, openedById: actor.personId };
    const opened = await context.asSystem(async () => {
      const today = dayOf(now, (await installation(tx)).zone);
      const manager = await managerOfPartner(tx, partnerId);
      const cover = manager && coverOf(manager, await coversOn(tx, today), today);
      const ownerId = disputeOwner([cover, manager], await decidersOf(tx, partnerId), deal, disputed);
      if (!ownerId) return "deals.errors.nobodyIndependent";
      const dueAt = addBusinessDays(await businessCalendar(tx, partnerId), now, disputeDays(body));
      const entry = { ...disputed, id: newId(), dealId, partnerId, decisionId: decision.id, statement, ownerId };
      const ownerName = (await personName(tx, ownerId)) ?? "";
      if (!(await insertDispute(tx, { ...entry, ownerName, openedAt: now, dueAt })))
        return "deals.errors.disputedBefore";
      const clock = { id: newId(), subjectId: dealId, partnerId, kind: clockKinds.dispute, startedAt: now, dueAt };
      await startClock(tx, { ...clock, consequence: "escalate" });
      return { owner: ownerName };
    });
    if (typeof opened === "string") return err({ code: "conflict", entity: "deal", reason: opened });
    const event = dealEvent(deal, "deal.disputeOpened", { owner: opened.owner, note: statement });
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
