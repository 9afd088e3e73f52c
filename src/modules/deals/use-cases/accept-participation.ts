import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { type Context, useCase } from "@/server/use-case";
import { mayAnswer } from "../access";
import { type Deal, isOpen } from "../domain/deal";
import { joinable, type Participation } from "../domain/participant";
import { findDeal } from "../repository";
import { findParticipation, keepDeal, moveParticipation } from "../repository/participants";
import { participationInput } from "../schema";
import { protectParticipant, tellBothSides } from "./participation";

const failures = {
  closed: "deals.errors.invitationClosed",
  answered: "deals.errors.invitationAnswered",
} as const;

/** A partner consents to take part in somebody else's deal: from now on it sees the sale, and is protected in its own role with it. */
export const acceptParticipation = useCase({
  name: "participation.accept",
  permission: "deal.register",
  escalates: ["participation.join", "participation.tell"],
  input: participationInput,
  async run(context, { participantId }) {
    const { actor, tx, now, asSystem } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    if (actor.kind !== "person" || !mayAnswer(actor, entry))
      return entry.status === "invited"
        ? err({ code: "forbidden" })
        : err({ code: "conflict", entity: "participation", reason: failures.answered });
    // The deal is kept first, as every end and every approval of it does, so that nobody waits for each other.
    const deal = await asSystem(() => keepJoinable(context, entry));
    if (!deal) return err({ code: "conflict", entity: "participation", reason: failures.closed });
    const consent = { acceptedAt: now, ownerId: actor.personId, ownerName: actor.name };
    if (!(await moveParticipation(tx, entry, { status: "accepted", ...consent })))
      return err({ code: "conflict", entity: "participation", reason: failures.answered });
    await asSystem(async () => {
      await protectJoined(context, entry, deal);
      await tellBothSides(context, entry, "Joined", {});
    });
    return ok({ value: { participantId }, events: [] });
  },
});

/** The deal, which nobody changes until the transaction ends; null where it cannot be joined any more. */
async function keepJoinable({ tx }: Context, { dealId }: Participation): Promise<Deal | null> {
  await keepDeal(tx, dealId);
  const deal = await findDeal(tx, dealId);
  return deal && joinable.includes(deal.status) && isOpen(deal) ? deal : null;
}

/** Whoever joins a deal that is protected is protected as long as the deal, in its own role. */
async function protectJoined(context: Context, entry: Participation, deal: Deal): Promise<void> {
  const { tx, now } = context;
  if (deal.status !== "approved" || !deal.accountId || !deal.productLineId || !deal.protectedUntil) return;
  const today = dayOf(now, (await installation(tx)).zone);
  if (deal.protectedUntil <= today) return;
  const { accountId, productLineId, protectedUntil } = deal;
  await protectParticipant(context, entry, { accountId, productLineId }, { from: today, until: protectedUntil });
}
