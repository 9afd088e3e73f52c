import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayManagePeople } from "../access";
import { opensUntil } from "../domain/invitation";
import { countMail, findInvitation } from "../repository/invitations";
import { invitationInput } from "../schema";
import { personEvent } from "./person-event";

/** An invitation goes out again with a new link; the earlier one opens nothing any more. */
export const resendInvitation = useCase({
  name: "people.resendInvitation",
  permission: "people.manage",
  escalates: ["invitation.write"],
  input: invitationInput,
  async run({ actor, tx, now, asSystem }, { invitationId }) {
    const invitation = await findInvitation(tx, invitationId);
    if (!invitation) return err({ code: "not_found", entity: "invitation" });
    if (!mayManagePeople(actor, invitation.partnerId)) return err({ code: "forbidden" });
    const { number, name } = invitation;
    const times = { sentAt: now, expiresAt: opensUntil(now) };
    if (!(await asSystem(() => countMail(tx, invitationId, number, times))))
      return err({ code: "conflict", entity: "invitation", reason: "people.errors.notOpen" });
    const event = personEvent("person.invited", invitation, { name, number: number + 1 }, "invitation");
    return ok({ value: { invitationId }, events: [event] });
  },
});
