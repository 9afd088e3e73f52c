import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { fromPlainDate } from "@/server/clocks";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayReport } from "../access";
import { findDeal, saveDeal } from "../repository";
import { reportLossInput } from "../schema";
import { dropExtension } from "./protection";

/** Reports that the sale was lost, and why. */
export const reportLoss = useCase({
  name: "deal.reportLoss",
  permission: "deal.report",
  escalates: ["extension.drop"],
  input: reportLossInput,
  async run({ actor, tx, now, asSystem }, { dealId, version, reason, lostOn }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayReport(actor, deal)) return err({ code: "conflict", entity: "deal", reason: "deals.errors.notOpen" });
    const { zone } = await installation(tx);
    if (lostOn > dayOf(now, zone)) return err({ code: "invalid", fields: { lostOn: "deals.errors.lostInFuture" } });
    const changes = { stage: "lost", lostOn: fromPlainDate(lostOn), lostReason: reason };
    if (deal.version !== version || !(await saveDeal(tx, deal, changes, now))) {
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    }
    await asSystem(() => dropExtension(tx, dealId, now));
    const event = {
      type: "deal.lost",
      subjectKind: "deal",
      subjectId: dealId,
      partnerId: deal.partnerId,
      data: { reason, lostOn },
    };
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
