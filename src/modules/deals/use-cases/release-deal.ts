import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayRelease } from "../access";
import { findDeal } from "../repository";
import { lapseRevocation } from "../repository/revocations";
import { releaseDealInput } from "../schema";
import { saveAndEndProtection } from "./protection";
import { unfitReason } from "./unfit-reason";

/** The partner gives up an approved registration: today is the last protected day, and the sale is no longer theirs to report. */
export const releaseDeal = useCase({
  name: "deal.release",
  permission: "deal.register",
  escalates: ["protection.end"],
  input: releaseDealInput,
  async run(context, { dealId, version, reason, note }) {
    const { actor, tx, now, asSystem } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (!mayRelease(actor, deal))
      return deal.status === "approved" && deal.stage !== "lost"
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "deal", reason: "deals.errors.notProtected" });
    const unfit = reason ? await unfitReason(tx, "release", { reason, note }) : null;
    if (unfit) return err(unfit);
    const today = dayOf(now, (await installation(tx)).zone);
    const isSaved =
      deal.version === version && (await saveAndEndProtection(context, deal, { status: "released" }, today));
    if (!isSaved) return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    await asSystem(() => lapseRevocation(tx, dealId, now));
    const event = {
      type: "deal.released",
      subjectKind: "deal",
      subjectId: dealId,
      partnerId: deal.partnerId,
      data: { reason, endsOn: today, ...(note ? { note } : {}) },
    };
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
