import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { findPartnerStanding } from "../repository";
import { lookAt } from "../repository/looks";
import { partnerInput } from "../schema";

/** Somebody of the vendor looks at the pages of a partner as its admin sees them; they change nothing, and it is on record. */
export const lookAtPartner = useCase({
  name: "partner.viewAs",
  permission: "partner.viewAs",
  escalates: ["session.look"],
  input: partnerInput,
  async run({ actor, tx, sessionId, asSystem }, { partnerId }) {
    const partner = await findPartnerStanding(tx, partnerId);
    if (!partner) return err({ code: "not_found", entity: "partner" });
    if (actor.kind !== "person" || sessionId === null) return err({ code: "forbidden" });
    if (!(await asSystem(() => lookAt(tx, sessionId, actor.personId, partnerId))))
      return err({ code: "unauthenticated" });
    const about = { subjectKind: "partner", subjectId: partnerId, partnerId, audience: "vendor" } as const;
    return ok({ value: { partnerId }, events: [{ ...about, type: "partner.viewBegun" }] });
  },
});
