import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayDecideRevocation } from "../access";
import { revocationDeciders } from "../domain/revocation";
import { findDeal } from "../repository";
import { answerRevocation, decidersOf, openRevocation } from "../repository/revocations";
import { confirmRevocationInput } from "../schema";
import { revoke } from "./revocation";

/** A second person confirms that a protection is taken back: it ends today, and the partner reads the cause and the note. */
export const confirmRevocation = useCase({
  name: "deal.confirmRevocation",
  permission: "deal.decide",
  escalates: ["protection.end"],
  input: confirmRevocationInput,
  async run(context, { dealId, version }) {
    const { actor, tx, now } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const ask = await openRevocation(tx, dealId);
    if (!ask) return err({ code: "conflict", entity: "deal", reason: "deals.errors.revocationAnswered" });
    const deciders = revocationDeciders(await decidersOf(tx, deal.partnerId), deal, ask.askedById);
    if (actor.kind !== "person" || !mayDecideRevocation(actor, deal, deciders)) return err({ code: "forbidden" });
    if (deal.version !== version)
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    // The deal comes first, as for everybody who changes both, so that nobody waits for the other in a circle.
    const event = await revoke(context, deal, ask);
    const decidedById = actor.personId;
    const answer = { outcome: "revoked", decidedAt: now, decidedById, decisionNote: "" } as const;
    if (!event || !(await answerRevocation(tx, ask.id, { ...answer, alone: decidedById === ask.askedById })))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.revocationAnswered" });
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
