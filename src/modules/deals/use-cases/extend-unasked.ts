import { err, ok } from "@/kernel/result";
import { fromPlainDate } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayExtend } from "../access";
import { findDeal, saveDeal } from "../repository";
import { insertExtension, openExtension } from "../repository/extensions";
import { extendProtectionInput } from "../schema";
import { extensionCase, extensionGround, wishProblem } from "./extension-case";
import { extendProtection } from "./protection";
import { dealEvent } from "./review";
import { unfitReason } from "./unfit-reason";

/** A manager gives a protection more time without being asked, with a coded reason. */
export const extendUnasked = useCase({
  name: "deal.extend",
  permission: "deal.decide",
  input: extendProtectionInput,
  async run(context, { dealId, version, through, reason, note }) {
    const { actor, tx, now } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (actor.kind !== "person" || !mayExtend(actor, deal, null))
      return deal.status === "approved"
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "deal", reason: "deals.errors.notProtected" });
    if (await openExtension(tx, dealId))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.extensionAsked" });
    const ground = await extensionGround(context, deal);
    const problem = wishProblem(deal, through, ground.today);
    if (problem) return err({ code: "invalid", fields: { through: problem } });
    const unfit = await unfitReason(tx, "extension", { reason, note });
    if (unfit) return err(unfit);

    const entry = await extensionCase(context, deal, ground, { through, reason, note: "", askedById: null });
    const grantedUntil = entry.wantedUntil;
    if (deal.version !== version || !(await saveDeal(tx, deal, { protectedUntil: fromPlainDate(grantedUntil) }, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    if (!(await extendProtection(context, deal, grantedUntil, ground.zone)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.daysTaken" });
    const answer = { decidedAt: now, decidedById: actor.personId, grantedUntil, decisionNote: note };
    await insertExtension(tx, entry, { outcome: "granted", ...answer });
    const event = dealEvent(deal, "deal.extended", { reason, note, protectedThrough: through });
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
