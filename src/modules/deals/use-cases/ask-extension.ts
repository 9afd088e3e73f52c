import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayAskExtension } from "../access";
import { findDeal, saveDeal } from "../repository";
import { openExtension } from "../repository/extensions";
import { askExtensionInput } from "../schema";
import { decideExtension } from "./decide-extension";
import { extensionCase, extensionGround, wishProblem } from "./extension-case";
import { dealEvent } from "./review";
import { unfitReason } from "./unfit-reason";

/**
 * The partner asks for a longer protection, through a day and for a reason. In the same transaction the rules of the registration
 * grant it, or it goes to a named reviewer with a clock.
 */
export const askExtension = useCase({
  name: "deal.askExtension",
  permission: "deal.register",
  escalates: ["extension.decideByRule"],
  input: askExtensionInput,
  async run(context, { dealId, version, through, reason, note }) {
    const { actor, tx, now } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (actor.kind !== "person" || !mayAskExtension(actor, deal))
      return deal.status === "approved"
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "deal", reason: "deals.errors.notProtected" });
    const ground = await extensionGround(context, deal);
    const problem = wishProblem(deal, through, ground.today);
    if (problem) return err({ code: "invalid", fields: { through: problem } });
    const unfit = await unfitReason(tx, "extension", { reason, note });
    if (unfit) return err(unfit);
    if (deal.version !== version || !(await saveDeal(tx, deal, {}, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    if (await openExtension(tx, dealId))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.extensionAsked" });

    const wish = { through, reason, note, askedById: actor.personId };
    const entry = await extensionCase(context, deal, ground, wish);
    const saved = { ...deal, version: version + 1 };
    const decided = await context.asSystem(() => decideExtension(context, saved, entry, ground));
    const asked = dealEvent(deal, "deal.extensionAsked", { reason, note, through });
    const granted = decided.type === "deal.extendedByRule";
    return ok({ value: { dealId, number: deal.number, granted }, events: [asked, decided] });
  },
});
