import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayInvite } from "../access";
import { joinable, type Participation } from "../domain/participant";
import { findDeal, saveDeal } from "../repository";
import {
  insertParticipation,
  type KnownPartner,
  partnerKnownAs,
  standingParticipants,
  tradingName,
} from "../repository/participants";
import { invitePartnerInput } from "../schema";
import { tellBothSides } from "./participation";

/**
 * The partner that registered a deal asks another one to take part in it, in a role of its own. Who that is has to be named exactly:
 * nobody leafs through the partners of the program.
 */
export const invitePartner = useCase({
  name: "participation.invite",
  permission: "deal.register",
  escalates: ["partner.findByName", "participation.tell"],
  input: invitePartnerInput,
  async run(context, { dealId, version, participantId, company, role, message }) {
    const { actor, tx, now, asSystem } = context;
    const deal = await findDeal(tx, dealId);
    if (!deal) return err({ code: "not_found", entity: "deal" });
    if (actor.kind !== "person" || !mayInvite(actor, deal))
      return joinable.includes(deal.status)
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "deal", reason: "deals.errors.notJoinable" });
    if (role === deal.partnerRole) return err({ code: "invalid", fields: { role: "deals.errors.roleIsYours" } });
    if (deal.version !== version || !(await saveDeal(tx, deal, {}, now)))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });

    const partner = await asSystem(() => partnerKnownAs(tx, company));
    if (!partner) return err({ code: "invalid", fields: { company: "deals.errors.partnerUnknown" } });
    if (partner.id === deal.partnerId)
      return err({ code: "invalid", fields: { company: "deals.errors.partnerIsYours" } });
    const obstacle = obstacleOf(await standingParticipants(tx, dealId), partner, role);
    if (obstacle) return err({ code: "invalid", fields: obstacle });

    const leadName = await tradingName(tx, deal.partnerId);
    const entry = { id: participantId, dealId, leadId: deal.partnerId, leadName, partnerId: partner.id };
    const asked = { ...entry, partnerName: partner.name, role };
    const by = { invitedById: actor.personId, invitedByName: actor.name, invitedAt: now };
    if (!(await insertParticipation(tx, { ...asked, message, ...by })))
      return err({ code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" });
    await asSystem(() => tellBothSides(context, asked, "Invited", { note: message }));
    return ok({ value: { participantId, partner: partner.name }, events: [] });
  },
});

/** What stands against a further participant: it takes part already, or somebody has the role. */
function obstacleOf(
  others: readonly Participation[],
  partner: KnownPartner,
  role: string,
): Record<string, string> | null {
  if (others.some(({ partnerId }) => partnerId === partner.id)) return { company: "deals.errors.partnerTakesPart" };
  return others.some((other) => other.role === role) ? { role: "deals.errors.roleTaken" } : null;
}
