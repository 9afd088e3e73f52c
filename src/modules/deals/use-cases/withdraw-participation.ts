import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayTakeBack } from "../access";
import { findDeal } from "../repository";
import { findParticipation } from "../repository/participants";
import { participationInput } from "../schema";
import { endParticipation } from "./participation";

/** The partner that asked another one to take part takes the question back, while it is not answered. */
export const withdrawParticipation = useCase({
  name: "participation.withdraw",
  permission: "deal.register",
  escalates: ["participation.tell"],
  input: participationInput,
  async run(context, { participantId }) {
    const { actor, tx } = context;
    const entry = await findParticipation(tx, participantId);
    if (!entry) return err({ code: "not_found", entity: "participation" });
    const deal = await findDeal(tx, entry.dealId);
    const answered = { code: "conflict", entity: "participation", reason: "deals.errors.invitationAnswered" } as const;
    if (actor.kind !== "person" || !deal || !mayTakeBack(actor, deal, entry))
      return err(entry.status === "invited" ? { code: "forbidden" } : answered);
    if (!(await endParticipation(context, actor, entry, "withdrawn"))) return err(answered);
    return ok({ value: { participantId }, events: [] });
  },
});
