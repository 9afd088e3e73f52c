import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayManagePeople, rolesToGive } from "../access";
import { opensUntil } from "../domain/invitation";
import { hasPassword } from "../repository/identity";
import { insertInvitation } from "../repository/invitations";
import { isPartnerKnown, isRegionKnown } from "../repository/partners";
import { personWithEmail } from "../repository/roles";
import { inviteInput } from "../schema";
import { personEvent } from "./person-event";

const atEmail = (reason: string) => err({ code: "invalid", fields: { email: `people.errors.${reason}` } } as const);

/**
 * Somebody is asked to join an organisation. Whether the address belongs to somebody elsewhere is told to nobody but them: the
 * inviter reads the same either way.
 */
export const invite = useCase({
  name: "people.invite",
  permission: "people.manage",
  escalates: ["person.findByAddress", "invitation.write"],
  input: inviteInput,
  async run({ actor, tx, now, newId, asSystem }, { partnerId, roles, ...given }) {
    if (partnerId !== null && !(await isPartnerKnown(tx, partnerId)))
      return err({ code: "not_found", entity: "partner" });
    if (!mayManagePeople(actor, partnerId)) return err({ code: "forbidden" });
    const grantable = rolesToGive(actor, partnerId);
    if (!roles.every((role) => grantable.includes(role))) return err({ code: "forbidden" });
    const regionId = roles.includes("channel_manager") ? given.regionId : null;
    if (regionId && !(await isRegionKnown(tx, regionId))) return err({ code: "not_found", entity: "region" });
    const id = newId();
    const inviter = { invitedById: actor.personId, locale: actor.locale, zone: actor.zone };
    return asSystem(async () => {
      const known = await personWithEmail(tx, given.email);
      if (known && known.partnerId === partnerId) {
        if (known.disabledAt) return atEmail("isDisabled");
        if (await hasPassword(tx, known.id)) return atEmail("alreadyHere");
      }
      const times = { createdAt: now, sentAt: now, expiresAt: opensUntil(now) };
      const row = { id, partnerId, roles, ...given, ...inviter, ...times, regionId };
      if (!(await insertInvitation(tx, row))) return atEmail("alreadyInvited");
      const event = personEvent("person.invited", { id, partnerId }, { name: given.name, number: 1 }, "invitation");
      return ok({ value: { invitationId: id, name: given.name }, events: [event] });
    });
  },
});
