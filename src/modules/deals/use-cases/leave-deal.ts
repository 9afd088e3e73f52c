import { addDays, dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { mayLeave } from "../access";
import { endParticipantProtection, findParticipation, moveParticipation } from "../repository/participants";
import { leaveDealInput } from "../schema";
import { tellBothSides } from "./participation";

/** A partner takes part in somebody else's deal no longer: today is its last protected day, and it does not see the sale any more. */
export const leaveDeal = useCase({
  name: "participation.leave",
  permission: "deal.register",
  escalates: ["protection.end", "participation.tell"],
  input: leaveDealInput,
  async run(context, { participantId, reason, note }) {
    const { actor, tx, now, asSystem } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    const ended = { code: "conflict", entity: "participation", reason: "deals.errors.participationEnded" } as const;
    if (actor.kind !== "person" || !mayLeave(actor, entry))
      return err(entry.status === "accepted" ? { code: "forbidden" } : ended);
    const end = { endedAt: now, endedById: actor.personId, endedByName: actor.name };
    if (!(await moveParticipation(tx, entry, { status: "left", reason, note, ...end }))) return err(ended);
    const today = dayOf(now, (await installation(tx)).zone);
    await asSystem(async () => {
      await endParticipantProtection(tx, entry.id, addDays(today, 1));
      await tellBothSides(context, entry, "Left", { reason, note });
    });
    return ok({ value: { participantId }, events: [] });
  },
});
