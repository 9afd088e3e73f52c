import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayAskRevocation } from "../access";
import { revocationDeciders } from "../domain/revocation";
import { findDeal, holdDeal } from "../repository";
import { decidersOf, insertRevocation } from "../repository/revocations";
import { askRevocationInput } from "../schema";
import { dealEvent } from "./review";
import { revoke } from "./revocation";
import { unfitReason } from "./unfit-reason";

/**
 * A channel manager wants a protection taken back, for a cause. Nothing changes until a second person confirms it; where there is
 * none, it counts at once. The deal itself is not saved, so that the partner notices nothing before.
 */
export const askRevocation = useCase({
  name: "deal.askRevocation",
  permission: "deal.decide",
  escalates: ["protection.end"],
  input: askRevocationInput,
  async run(context, { dealId, version, cause, note }) {
    const { actor, tx, now, newId } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (actor.kind !== "person" || !mayAskRevocation(actor, deal))
      return deal.status === "approved" && deal.stage !== "lost"
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "deal", reason: "deals.errors.notProtected" });
    const unfit = await unfitReason(tx, "revocation", { reason: cause, note }, "cause");
    if (unfit) return err(unfit);
    if (deal.version !== version || !(await holdDeal(tx, deal)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const askedById = actor.personId;
    const deciders = revocationDeciders(await decidersOf(tx, deal.partnerId), deal, askedById);
    const alone = deciders.includes(askedById);
    const { partnerId } = deal;
    const ask = { id: newId(), dealId, partnerId, askedById, askedAt: now, cause, note, alone };
    if (!(await insertRevocation(tx, ask)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.revocationAsked" });
    if (!alone) {
      const asked = { ...dealEvent(deal, "deal.revocationAsked", { reason: cause }), audience: "vendor" as const };
      return ok({ value: { dealId, number: deal.number, revoked: false }, events: [asked] });
    }
    const revoked = await revoke(context, deal, { cause, note });
    if (!revoked) return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    return ok({ value: { dealId, number: deal.number, revoked: true }, events: [revoked] });
  },
});
