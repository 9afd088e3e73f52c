import { addDays } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { fromPlainDate, stopClock } from "@/server/clocks";
import { useCase } from "@/server/use-case";
import { mayExtend } from "../access";
import { clockKinds } from "../domain/clock";
import { findDeal, saveDeal } from "../repository";
import { answerExtension, openExtension } from "../repository/extensions";
import { grantExtensionInput } from "../schema";
import { extensionGround, wishProblem } from "./extension-case";
import { extendProtection } from "./protection";
import { dealEvent } from "./review";

/** A person grants the extension a partner asked for, through the wanted day or another. */
export const grantExtension = useCase({
  name: "deal.grantExtension",
  permission: "deal.decide",
  input: grantExtensionInput,
  async run(context, { dealId, version, through, note }) {
    const { actor, tx, now } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const ask = await openExtension(tx, dealId);
    if (!ask) return err({ code: "conflict", entity: "deal", reason: "deals.errors.extensionAnswered" });
    if (actor.kind !== "person" || !mayExtend(actor, deal, ask)) return err({ code: "forbidden" });
    const { today, zone } = await extensionGround(context, deal);
    const problem = wishProblem(deal, through, today);
    if (problem) return err({ code: "invalid", fields: { through: problem } });

    const until = addDays(through, 1);
    if (deal.version !== version || !(await saveDeal(tx, deal, { protectedUntil: fromPlainDate(until) }, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    const answer = { decidedAt: now, decidedById: actor.personId, grantedUntil: until, decisionNote: note };
    if (!(await answerExtension(tx, ask.id, { outcome: "granted", ...answer })))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.extensionAnswered" });
    if (!(await extendProtection(context, deal, until, zone)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.daysTaken" });
    await stopClock(tx, dealId, clockKinds.extension, now);
    const event = dealEvent(deal, "deal.extended", { note, protectedThrough: through });
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
