import { dayOf, startOfDay } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { insertContact, isPartnerKnown } from "../repository/contacts";
import { logContactInput } from "../schema";

const noonAfter = 12 * 3_600_000;

/** Notes that somebody of the vendor spoke with a partner: now, or at noon of an earlier day. */
export const logContact = useCase({
  name: "partner.logContact",
  permission: "record.write",
  input: logContactInput,
  async run({ actor, tx, now }, { partnerId, contactId, on, ...contact }) {
    if (actor.kind !== "person" || actor.side !== "vendor") return err({ code: "forbidden" });
    if (!(await isPartnerKnown(tx, partnerId))) return err({ code: "not_found", entity: "partner" });
    const today = dayOf(now, actor.zone);
    if (on > today) return err({ code: "invalid", fields: { on: "partners.errors.dayInFuture" } });

    const at = on === today ? now : new Date(startOfDay(on, actor.zone).getTime() + noonAfter);
    const logged = { id: contactId, partnerId, ...contact, at, loggedBy: actor, loggedAt: now };
    // Sent twice, it is there already.
    if (!(await insertContact(tx, logged))) return ok({ value: { contactId }, events: [] });
    const event = {
      type: "partner.contacted",
      subjectKind: "partner",
      subjectId: partnerId,
      partnerId,
      audience: "vendor" as const,
      data: { contactId, kind: contact.kind },
    };
    return ok({ value: { contactId }, events: [event] });
  },
});
