import { addDays, dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayRemove } from "../access";
import { isStanding } from "../domain/participant";
import { endParticipantProtection, findParticipation, moveParticipation } from "../repository/participants";
import { removeParticipantInput } from "../schema";
import { tellBothSides } from "./participation";

/** The vendor takes a partner out of somebody else's deal, or takes the question back for it, and says both why. */
export const removeParticipant = useCase({
  name: "participation.remove",
  permission: "deal.decide",
  escalates: ["protection.end", "participation.tell"],
  input: removeParticipantInput,
  async run(context, { participantId, reason, note }) {
    const { actor, tx, now, asSystem } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    const ended = { code: "conflict", entity: "participation", reason: "deals.errors.participationEnded" } as const;
    if (actor.kind !== "person" || !mayRemove(actor, entry))
      return err(isStanding(entry) ? { code: "forbidden" } : ended);
    const end = { endedAt: now, endedById: actor.personId, endedByName: actor.name };
    if (!(await moveParticipation(tx, entry, { status: "removed", reason, note, ...end }))) return err(ended);
    const today = dayOf(now, (await installation(tx)).zone);
    await asSystem(async () => {
      await endParticipantProtection(tx, entry.id, addDays(today, 1));
      await tellBothSides(context, entry, "Removed", { reason, note });
    });
    return ok({ value: { participantId }, events: [] });
  },
});
