import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { fromPlainDate } from "@/server/clocks";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayReport } from "../access";
import { findDeal, saveDeal } from "../repository";
import { lapseRevocation } from "../repository/revocations";
import { reportLossInput } from "../schema";
import { saveAndEndProtection } from "./protection";
import { unfitReason } from "./unfit-reason";

/** Reports that the sale was lost, and why. Today is the last protected day: a lost customer is kept from nobody. */
export const reportLoss = useCase({
  name: "deal.reportLoss",
  permission: "deal.report",
  escalates: ["protection.end"],
  input: reportLossInput,
  async run(context, { dealId, version, reason, lostOn, note }) {
    const { actor, tx, now, asSystem } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayReport(actor, deal)) return err({ code: "conflict", entity: "deal", reason: "deals.errors.notOpen" });
    const today = dayOf(now, (await installation(tx)).zone);
    if (lostOn > today) return err({ code: "invalid", fields: { lostOn: "deals.errors.lostInFuture" } });
    const unfit = await unfitReason(tx, "loss", { reason, note });
    if (unfit) return err(unfit);
    const changes = { stage: "lost", lostOn: fromPlainDate(lostOn), lostReason: reason };
    const isProtected = deal.status === "approved";
    const save = () =>
      isProtected ? saveAndEndProtection(context, deal, changes, today) : saveDeal(tx, deal, changes, now);
    if (deal.version !== version || !(await save()))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    await asSystem(() => lapseRevocation(tx, dealId, now));
    const event = {
      type: "deal.lost",
      subjectKind: "deal",
      subjectId: dealId,
      partnerId: deal.partnerId,
      data: { reason, lostOn, ...(note ? { note } : {}), ...(isProtected ? { endsOn: today } : {}) },
    };
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
