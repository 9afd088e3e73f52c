import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayAnswer } from "../access";
import { findParticipation, moveParticipation } from "../repository/participants";
import { declineParticipationInput } from "../schema";
import { tellBothSides } from "./participation";

/** A partner does not want to take part in somebody else's deal, and says why. It never sees more of it. */
export const declineParticipation = useCase({
  name: "participation.decline",
  permission: "deal.register",
  escalates: ["participation.tell"],
  input: declineParticipationInput,
  async run(context, { participantId, reason, note }) {
    const { actor, tx, now, asSystem } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    const answered = { code: "conflict", entity: "participation", reason: "deals.errors.invitationAnswered" } as const;
    if (actor.kind !== "person" || !mayAnswer(actor, entry))
      return err(entry.status === "invited" ? { code: "forbidden" } : answered);
    const end = { endedAt: now, endedById: actor.personId, endedByName: actor.name };
    if (!(await moveParticipation(tx, entry, { status: "declined", reason, note, ...end }))) return err(answered);
    await asSystem(() => tellBothSides(context, entry, "Declined", { reason, note }));
    return ok({ value: { participantId }, events: [] });
  },
});
