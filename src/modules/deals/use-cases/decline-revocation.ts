import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayDecideRevocation } from "../access";
import { revocationDeciders } from "../domain/revocation";
import { findDeal } from "../repository";
import { answerRevocation, decidersOf, openRevocation } from "../repository/revocations";
import { declineRevocationInput } from "../schema";
import { dealEvent } from "./review";

/** A second person leaves the protection as it is. The one who asked reads why; the partner never hears of it. */
export const declineRevocation = useCase({
  name: "deal.declineRevocation",
  permission: "deal.decide",
  input: declineRevocationInput,
  async run({ actor, tx, now }, { dealId, version, note }) {
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    const ask = await openRevocation(tx, dealId);
    if (!ask) return err({ code: "conflict", entity: "deal", reason: "deals.errors.revocationAnswered" });
    const deciders = revocationDeciders(await decidersOf(tx, deal.partnerId), deal, ask.askedById);
    const isOwn = actor.kind === "person" && actor.personId === ask.askedById;
    if (actor.kind !== "person" || isOwn || !mayDecideRevocation(actor, deal, deciders))
      return err({ code: "forbidden" });
    if (deal.version !== version)
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const answer = { outcome: "declined", decidedById: actor.personId, decisionNote: note } as const;
    if (!(await answerRevocation(tx, ask.id, { ...answer, decidedAt: now, alone: false })))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.revocationAnswered" });
    const event = { ...dealEvent(deal, "deal.revocationDeclined", {}), audience: "vendor" as const };
    return ok({ value: { dealId, number: deal.number }, events: [event] });
  },
});
