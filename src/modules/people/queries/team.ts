import type { PersonActor, Role } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import type { Tx } from "@/server/db";
import { mayChangePerson, mayManagePeople, rolesToGive } from "../access";
import { type InvitationState, invitationState } from "../domain/invitation";
import { withSecondFactor } from "../repository/second-factor";
import { certificatesOf, type HeldCertificate } from "./certificates";

export type TeamMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly phone: string;
  readonly roles: readonly string[];
  readonly regionId: string | null;
  readonly disabled: boolean;
  readonly isReader: boolean;
  /** Known only to who may take it away. */
  readonly hasSecondFactor: boolean;
  readonly certificates: readonly HeldCertificate[];
  readonly can: { readonly change: boolean };
};

export type OpenInvitation = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly state: InvitationState;
};

export type Team = {
  readonly partnerId: string | null;
  readonly people: readonly TeamMember[];
  readonly invitations: readonly OpenInvitation[];
  /** What the reader may do here. */
  readonly can: { readonly manage: boolean; readonly give: readonly Role[] };
};

const most = 500;

/** Everybody of an organisation, and who is invited to it; for readers who manage it also those who left. */
export async function teamOf(
  tx: Tx,
  actor: PersonActor,
  partnerId: string | null,
  { now, today }: { readonly now: Date; readonly today: PlainDate },
): Promise<Team> {
  const manage = mayManagePeople(actor, partnerId);
  const people = await tx.person.findMany({
    where: { partnerId, ...(manage ? {} : { disabledAt: null }) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
    select: {
      id: true,
      name: true,
      email: true,
      title: true,
      phone: true,
      disabledAt: true,
      memberships: { where: { endedAt: null }, orderBy: { role: "asc" }, select: { role: true, regionId: true } },
    },
  });
  const invitations = manage
    ? await tx.invitation.findMany({
        where: { partnerId, acceptedAt: null, withdrawnAt: null },
        orderBy: { sentAt: "desc" },
        take: most,
      })
    : [];
  const ids = people.map(({ id }) => id);
  const guarded = manage ? await withSecondFactor(tx, ids) : new Set<string>();
  const held = partnerId ? await certificatesOf(tx, ids, today) : new Map<string, never>();
  const rows = people.map(({ memberships, disabledAt, ...person }) => ({
    ...person,
    roles: memberships.map(({ role }) => role),
    regionId: memberships.find(({ regionId }) => regionId !== null)?.regionId ?? null,
    disabled: disabledAt !== null,
    isReader: person.id === actor.personId,
    certificates: held.get(person.id) ?? [],
    hasSecondFactor: guarded.has(person.id),
    can: { change: mayChangePerson(actor, { id: person.id, partnerId }) },
  }));
  return {
    partnerId,
    people: [...rows.filter(({ disabled }) => !disabled), ...rows.filter(({ disabled }) => disabled)],
    invitations: invitations.map(({ id, name, email, roles, sentAt, expiresAt, ...facts }) => ({
      ...{ id, name, email, roles, sentAt, expiresAt },
      state: invitationState({ ...facts, expiresAt }, now),
    })),
    can: { manage, give: rolesToGive(actor, partnerId) },
  };
}
