import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayReport } from "../access";
import { findDeal, saveDeal } from "../repository";
import { changeStageInput } from "../schema";

/** Moves the sale of an approved registration along while it is open. */
export const changeStage = useCase({
  name: "deal.changeStage",
  permission: "deal.report",
  input: changeStageInput,
  async run({ actor, tx, now }, { dealId, version, stage }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayReport(actor, deal)) return err({ code: "conflict", entity: "deal", reason: "deals.errors.notOpen" });
    if (deal.version !== version || !(await saveDeal(tx, deal, { stage }, now))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    const data = { from: deal.stage, to: stage };
    const event = {
      type: "deal.stageChanged",
      subjectKind: "deal",
      subjectId: dealId,
      partnerId: deal.partnerId,
      data,
    };
    return ok({ value: { dealId, version: version + 1 }, events: [event] });
  },
});
