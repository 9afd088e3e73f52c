import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayEdit } from "../access";
import { draftColumns, findDeal, insertDraft, saveDeal } from "../repository";
import { saveDraftInput } from "../schema";

/** Keeps what was typed so far. The first save begins the draft; a repeat of the same request changes nothing. */
export const saveDraft = useCase({
  name: "deal.saveDraft",
  permission: "deal.register",
  input: saveDraftInput,
  async run({ actor, tx, now }, { dealId, version, draft }) {
    if (actor.kind !== "person" || !actor.partnerId) return err({ code: "forbidden" });
    const deal = await findDeal(tx, dealId);
    if (!deal) {
      if (version !== 0) return err({ code: "not_found", entity: "deal" });
      const { partnerId, personId } = actor;
      const number = await insertDraft(tx, {
        id: dealId,
        partnerId,
        ownerId: personId,
        createdById: personId,
        draft,
        now,
      });
      if (!number) return err({ code: "not_found", entity: "deal" });
      const event = { type: "deal.drafted", subjectKind: "deal", subjectId: dealId, partnerId };
      return ok({ value: { dealId, number, version: 1 }, events: [event] });
    }
    if (!mayEdit(actor, deal)) return err({ code: "conflict", entity: "deal", reason: "deals.errors.notEditable" });
    if (deal.version !== version || !(await saveDeal(tx, deal, draftColumns(draft), now))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    return ok({ value: { dealId, number: deal.number, version: version + 1 }, events: [] });
  },
});
