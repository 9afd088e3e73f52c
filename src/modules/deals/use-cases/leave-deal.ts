import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayLeave } from "../access";
import { findParticipation } from "../repository/participants";
import { leaveDealInput } from "../schema";
import { endParticipation } from "./participation";

/** A partner takes part in somebody else's deal no longer: today is its last protected day, and it does not see the sale any more. */
export const leaveDeal = useCase({
  name: "participation.leave",
  permission: "deal.register",
  escalates: ["protection.end", "participation.tell"],
  input: leaveDealInput,
  async run(context, { participantId, reason, note }) {
    const { actor, tx } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    const ended = { code: "conflict", entity: "participation", reason: "deals.errors.participationEnded" } as const;
    if (actor.kind !== "person" || !mayLeave(actor, entry))
      return err(entry.status === "accepted" ? { code: "forbidden" } : ended);
    if (!(await endParticipation(context, actor, entry, "left", { reason, note }))) return err(ended);
    return ok({ value: { participantId }, events: [] });
  },
});
