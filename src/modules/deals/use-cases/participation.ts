import type { PersonActor } from "@/kernel/actor";
import { addDays, dayOf } from "@/kernel/dates";
import { type EventDraft, writeEvents } from "@/server/events";
import { installation } from "@/server/exchange";
import type { Context } from "@/server/use-case";
import type { Participation, ParticipationStatus } from "../domain/participant";
import type { Period } from "../domain/protection";
import { insertProtection } from "../repository";
import { endParticipantProtection, moveParticipation, standingParticipants } from "../repository/participants";

type Scope = { readonly accountId: string; readonly productLineId: string };
type Data = NonNullable<EventDraft["data"]>;

/**
 * Protects a participant of an approved deal in its own role. False where somebody else holds the role at the customer: it takes
 * part all the same, without a protection. Runs as the system.
 */
export function protectParticipant(
  { tx, now, newId }: Context,
  { id, dealId, partnerId, role }: Participation,
  scope: Scope,
  period: Period,
): Promise<boolean> {
  return insertProtection(tx, { ...scope, id: newId(), dealId, partnerId, participantId: id, role, period, now });
}

/** Protects everybody who takes part in a deal that is approved now, each in its own role. Runs as the system. */
export async function protectParticipants(
  context: Context,
  dealId: string,
  scope: Scope,
  period: Period,
): Promise<void> {
  for (const entry of await standingParticipants(context.tx, dealId)) {
    if (entry.status === "accepted") await protectParticipant(context, entry, scope, period);
  }
}

/**
 * Writes what happened between two partners where each of them reads it: once about the deal, for the partner that registered it,
 * and once about the participation, for the one that was asked. Runs as the system.
 */
export function tellBothSides(
  { tx, actor, now, newId }: Context,
  { id, dealId, leadId, leadName, partnerId, partnerName, role }: Omit<Participation, "status" | "ownerId">,
  verb: string,
  data: Data,
): Promise<void> {
  const told = { ...data, role };
  return writeEvents(
    tx,
    [
      {
        type: `deal.partner${verb}`,
        subjectKind: "deal",
        subjectId: dealId,
        partnerId: leadId,
        data: { ...told, partner: partnerName },
      },
      {
        type: `participation.${verb.toLowerCase()}`,
        subjectKind: "deal_participant",
        subjectId: id,
        partnerId,
        data: { ...told, lead: leadName },
      },
    ],
    { actor, now, newId },
  );
}

const endings = {
  declined: "Declined",
  withdrawn: "Withdrawn",
  left: "Left",
  removed: "Removed",
} as const satisfies Partial<Record<ParticipationStatus, string>>;
type Why = { readonly reason?: string; readonly note?: string };

/**
 * Ends a participation, or lets it come to nothing: whoever took part is protected through today, and both sides read why. False
 * where somebody else was faster.
 */
export async function endParticipation(
  context: Context,
  actor: PersonActor,
  entry: Participation,
  status: keyof typeof endings,
  why: Why = {},
): Promise<boolean> {
  const { tx, now, asSystem } = context;
  const end = { endedAt: now, endedById: actor.personId, endedByName: actor.name };
  if (!(await moveParticipation(tx, entry, { status, ...why, ...end }))) return false;
  await asSystem(async () => {
    if (entry.status === "accepted") {
      const today = dayOf(now, (await installation(tx)).zone);
      await endParticipantProtection(tx, entry.id, addDays(today, 1));
    }
    await tellBothSides(context, entry, endings[status], why);
  });
  return true;
}
