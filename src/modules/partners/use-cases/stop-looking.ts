import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { lookAt } from "../repository/looks";
import { partnerInput } from "../schema";

/** The view as a partner ends, and the own pages are back. */
export const stopLooking = useCase({
  name: "partner.stopViewing",
  permission: "partner.viewAs",
  escalates: ["session.look"],
  input: partnerInput,
  async run({ actor, tx, sessionId, asSystem }, { partnerId }) {
    if (actor.kind !== "person" || sessionId === null) return err({ code: "forbidden" });
    await asSystem(() => lookAt(tx, sessionId, actor.personId, null));
    const about = { subjectKind: "partner", subjectId: partnerId, partnerId, audience: "vendor" } as const;
    return ok({ value: { partnerId }, events: [{ ...about, type: "partner.viewEnded" }] });
  },
});
