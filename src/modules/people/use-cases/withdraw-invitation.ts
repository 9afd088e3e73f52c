import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayManagePeople } from "../access";
import { findInvitation, withdrawOpen } from "../repository/invitations";
import { invitationInput } from "../schema";
import { personEvent } from "./person-event";

/** An invitation is taken back: its link opens nothing any more. */
export const withdrawInvitation = useCase({
  name: "people.withdrawInvitation",
  permission: "people.manage",
  escalates: ["invitation.write"],
  input: invitationInput,
  async run({ actor, tx, now, asSystem }, { invitationId }) {
    const invitation = await findInvitation(tx, invitationId);
    if (!invitation) return err({ code: "not_found", entity: "invitation" });
    if (!mayManagePeople(actor, invitation.partnerId)) return err({ code: "forbidden" });
    if (!(await asSystem(() => withdrawOpen(tx, invitationId, now))))
      return err({ code: "conflict", entity: "invitation", reason: "people.errors.notOpen" });
    const event = personEvent("person.invitationWithdrawn", invitation, { name: invitation.name }, "invitation");
    return ok({ value: { invitationId }, events: [event] });
  },
});
