import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayClose } from "../access";
import { findBreach, saveOutcome } from "../repository";
import { closeBreachInput } from "../schema";

/** Who looks after the partner says what a possible breach turned out to be, with a note. */
export const closeBreach = useCase({
  name: "breach.close",
  permission: "breach.close",
  input: closeBreachInput,
  async run({ actor, tx, now }, { breachId, outcome, note }) {
    const breach = await findBreach(tx, breachId);
    if (!breach) return err({ code: "not_found", entity: "breach" });
    if (actor.kind !== "person" || !mayClose(actor, breach))
      return breach.outcome === null
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "breach", reason: "opportunities.errors.closedBefore" });
    const answer = { outcome, outcomeNote: note, closedAt: now, closedById: actor.personId };
    if (!(await saveOutcome(tx, breachId, answer)))
      return err({ code: "conflict", entity: "breach", reason: "opportunities.errors.closedBefore" });
    const event = {
      type: "deal.breachClosed",
      subjectKind: "deal",
      subjectId: breach.dealId,
      partnerId: breach.partnerId,
      audience: "vendor" as const,
      data: { reason: outcome, note },
    };
    return ok({ value: { breachId }, events: [event] });
  },
});
