import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import type { EventDraft } from "@/server/events";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayCopy } from "../access";
import { anew } from "../domain/draft";
import { findCopy, findDeal, insertDraft, typedDraft } from "../repository";
import { copyDealInput } from "../schema";

/** Registers an ended deal again: a draft of whoever asks, with what was typed before, that knows where it comes from. */
export const copyDeal = useCase({
  name: "deal.copy",
  permission: "deal.register",
  input: copyDealInput,
  async run({ actor, tx, now }, { dealId, version, copyId }) {
    if (actor.kind !== "person" || !actor.partnerId) return err({ code: "forbidden" });
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (deal.version !== version || !mayCopy(actor, deal))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.notEnded" });

    const { personId: ownerId, partnerId } = actor;
    const draft = anew(await typedDraft(tx, dealId), dayOf(now, (await installation(tx)).zone));
    const begun = { id: copyId, partnerId, ownerId, createdById: ownerId, copiedFromId: dealId, draft, now };
    const number = await insertDraft(tx, begun);
    // A repeat of the same request finds the copy it made before.
    if (!number) {
      const copy = await findCopy(tx, copyId, dealId);
      return copy
        ? ok({ value: { dealId: copyId, number: copy }, events: [] })
        : err({ code: "not_found", entity: "deal" });
    }
    const about = { subjectKind: "deal", partnerId };
    const events: EventDraft[] = [
      { type: "deal.copied", ...about, subjectId: dealId, data: { number } },
      { type: "deal.drafted", ...about, subjectId: copyId, data: { copiedFrom: deal.number } },
    ];
    return ok({ value: { dealId: copyId, number }, events });
  },
});
