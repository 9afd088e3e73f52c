import { type Role, sideOf } from "@/kernel/actor";
import { err, ok } from "@/kernel/result";
import { hashPassword } from "@/server/auth/password";
import { verified } from "@/server/signature";
import { type Context, useCase } from "@/server/use-case";
import { invitationState } from "../domain/invitation";
import { invitationLink } from "../domain/links";
import { passwordProblem } from "../domain/password";
import { hasPassword, setPassword } from "../repository/identity";
import { acceptOpen, invitationBehind } from "../repository/invitations";
import { insertPerson } from "../repository/people";
import { type KnownPerson, personWithEmail, setRoles } from "../repository/roles";
import { acceptInput } from "../schema";
import { personEvent } from "./person-event";

type Invitation = NonNullable<Awaited<ReturnType<typeof invitationBehind>>>;

/** The person who accepts: somebody known without a sign-in, as after an import, or a new one. */
async function newcomer(
  { tx, now, newId }: Context,
  invitation: Invitation,
  known: KnownPerson | null,
  given: { name: string; zone: string },
): Promise<KnownPerson> {
  if (known) return known;
  const { partnerId, email, title, locale, roles } = invitation;
  const person = { id: newId(), partnerId, email, title, locale, ...given };
  await insertPerson(tx, { ...person, isContact: roles.includes("channel_manager"), createdAt: now });
  return { ...person, roles: [], regionId: null, disabledAt: null };
}

/** Somebody follows the link of an invitation, chooses a password and belongs to the organisation from now on. The link opens once. */
export const acceptInvitation = useCase({
  name: "people.acceptInvitation",
  permission: "link.follow",
  input: acceptInput,
  async run(context, { token, name, password, zone }) {
    const { tx, now, newId } = context;
    const value = verified(invitationLink.purpose, token);
    const invitation = value === null ? null : await invitationBehind(tx, value);
    if (!invitation || invitationState(invitation, now) !== "open")
      return err({ code: "refused", reason: "people.errors.linkUsed" });
    const { email, partnerId, partner, regionId } = invitation;
    const problem = passwordProblem(password, [name, email, partner?.tradingName ?? ""]);
    if (problem) return err({ code: "invalid", fields: { password: `people.errors.password.${problem}` } });
    const known = await personWithEmail(tx, email);
    if (known && known.partnerId !== partnerId)
      return err({ code: "refused", reason: "people.errors.otherOrganisation" });
    if (known && (known.disabledAt || (await hasPassword(tx, known.id))))
      return err({ code: "refused", reason: "people.errors.hasAccount" });
    const person = await newcomer(context, invitation, known, { name, zone });
    // The database holds the roles of an invitation to those of its organisation.
    const roles = invitation.roles as Role[];
    if (roles.some((role) => (sideOf(role) === "partner") !== (partnerId !== null)))
      throw new Error("a role of the other side");
    await setRoles(tx, person, [...new Set([...person.roles, ...roles])], { partnerId, regionId, now, newId });
    await setPassword(tx, person.id, await hashPassword(password), now);
    if (!(await acceptOpen(tx, invitation.id, person.id, now)))
      return err({ code: "refused", reason: "people.errors.linkUsed" });
    const event = personEvent("person.joined", { id: person.id, partnerId }, { name });
    return ok({ value: { email }, events: [event] });
  },
});
