import { dayOf } from "@/kernel/dates";
import { cannotDecide, personName } from "@/modules/people/public";
import type { Reaction } from "@/server/deliveries";
import { type EventDraft, writeEvents } from "@/server/events";
import { installation } from "@/server/exchange";
import { findDeal, saveDeal } from "../repository";
import { casesOf, managerOfPartner } from "../repository/cases";
import { openExtension, reassignExtension } from "../repository/extensions";
import { findReviewer } from "./find-reviewer";

const leaving = new Set(["person.disabled", "person.rolesChanged"]);

/** What waits for somebody who may decide no more goes to who covers them, else to a program owner. */
export const handOver: Reaction = async ({ tx, now, newId }, { type, subjectId: personId }) => {
  if (!leaving.has(type) || !(await cannotDecide(tx, [personId])).includes(personId)) return;
  const today = dayOf(now, (await installation(tx)).zone);
  const from = await personName(tx, personId);
  const events: EventDraft[] = [];
  const { reviews, extensions } = await casesOf(tx, personId);
  for (const dealId of new Set([...reviews, ...extensions])) {
    const deal = await findDeal(tx, dealId);
    if (!deal) continue;
    const managerId = deal.reviewerRole ? null : await managerOfPartner(tx, deal.partnerId);
    const next = await findReviewer(tx, deal, managerId, today);
    const about = { subjectKind: "deal", subjectId: dealId, partnerId: deal.partnerId } as const;
    const data = { from, to: await personName(tx, next) };
    if (reviews.includes(dealId)) {
      if (!(await saveDeal(tx, deal, { reviewerId: next }, now)))
        throw new Error("saved by somebody else; tried again");
      events.push({ ...about, type: "deal.handedOver", data });
    }
    const ask = extensions.includes(dealId) ? await openExtension(tx, dealId) : null;
    if (ask && (await reassignExtension(tx, ask.id, next)))
      events.push({ ...about, type: "deal.extensionHandedOver", data });
  }
  await writeEvents(tx, events, { actor: { kind: "system", cause: "worker" }, now, newId });
};
