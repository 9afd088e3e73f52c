import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayRemove } from "../access";
import { isStanding } from "../domain/participant";
import { findParticipation } from "../repository/participants";
import { removeParticipantInput } from "../schema";
import { endParticipation } from "./participation";

/** The vendor takes a partner out of somebody else's deal, or takes the question back for it, and says both why. */
export const removeParticipant = useCase({
  name: "participation.remove",
  permission: "deal.decide",
  escalates: ["protection.end", "participation.tell"],
  input: removeParticipantInput,
  async run(context, { participantId, reason, note }) {
    const { actor, tx } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    const ended = { code: "conflict", entity: "participation", reason: "deals.errors.participationEnded" } as const;
    if (actor.kind !== "person" || !mayRemove(actor, entry))
      return err(isStanding(entry) ? { code: "forbidden" } : ended);
    if (!(await endParticipation(context, actor, entry, "removed", { reason, note }))) return err(ended);
    return ok({ value: { participantId }, events: [] });
  },
});
