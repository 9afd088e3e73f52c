import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import type { Perform } from "./drill-writes";

/** Carries out a write in this process, with the connections of its environment. */
export const performHere: Perform = async ({ step, actor, input }) => {
  const caller = { now: new Date(), newId };
  const { ok } =
    step === "draft" ? await execute(saveDraft, actor, input, caller) : await execute(submitDeal, actor, input, caller);
  return ok ? "done" : "refused";
};
