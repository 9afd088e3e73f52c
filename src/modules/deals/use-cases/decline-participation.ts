import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayAnswer } from "../access";
import { findParticipation } from "../repository/participants";
import { declineParticipationInput } from "../schema";
import { endParticipation } from "./participation";

/** A partner does not want to take part in somebody else's deal, and says why. It never sees more of it. */
export const declineParticipation = useCase({
  name: "participation.decline",
  permission: "deal.register",
  escalates: ["participation.tell"],
  input: declineParticipationInput,
  async run(context, { participantId, reason, note }) {
    const { actor, tx } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    const answered = { code: "conflict", entity: "participation", reason: "deals.errors.invitationAnswered" } as const;
    if (actor.kind !== "person" || !mayAnswer(actor, entry))
      return err(entry.status === "invited" ? { code: "forbidden" } : answered);
    if (!(await endParticipation(context, actor, entry, "declined", { reason, note }))) return err(answered);
    return ok({ value: { participantId }, events: [] });
  },
});
