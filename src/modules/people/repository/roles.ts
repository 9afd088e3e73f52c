import { partnerRoles, type Role, vendorRoles } from "@/kernel/actor";
import type { Tx } from "@/server/db";

const known: readonly Role[] = [...vendorRoles, ...partnerRoles];
const toRole = (name: string): Role[] => known.filter((role) => role === name);

export type KnownPerson = {
  readonly id: string;
  readonly partnerId: string | null;
  readonly name: string;
  readonly email: string;
  readonly disabledAt: Date | null;
  readonly roles: readonly Role[];
  readonly regionId: string | null;
};

const columns = {
  id: true,
  partnerId: true,
  name: true,
  email: true,
  disabledAt: true,
  memberships: { where: { endedAt: null }, orderBy: { role: "asc" }, select: { role: true, regionId: true } },
} as const;

type Row = Omit<KnownPerson, "roles" | "regionId"> & { memberships: { role: string; regionId: string | null }[] };

function toPerson({ memberships, ...person }: Row): KnownPerson {
  return {
    ...person,
    roles: memberships.flatMap(({ role }) => toRole(role)),
    regionId: memberships.find(({ regionId }) => regionId !== null)?.regionId ?? null,
  };
}

/** A person with the roles held now, as far as the reader may see them. */
export async function findPerson(tx: Tx, id: string): Promise<KnownPerson | null> {
  const row = await tx.person.findUnique({ where: { id }, select: columns });
  return row && toPerson(row);
}

/** Whoever has an address, in whatever organisation. Runs as the system. */
export async function personWithEmail(tx: Tx, email: string): Promise<KnownPerson | null> {
  const row = await tx.person.findUnique({ where: { email }, select: columns });
  return row && toPerson(row);
}

type Given = {
  readonly partnerId: string | null;
  readonly regionId: string | null;
  readonly now: Date;
  readonly newId: () => string;
};

/** Ends the roles that are not wanted any more, gives those that are new, and keeps the rest. Runs as the system. */
export async function setRoles(tx: Tx, person: KnownPerson, wanted: readonly Role[], given: Given): Promise<void> {
  const { partnerId, regionId, now, newId } = given;
  const regionOf = (role: Role) => (role === "channel_manager" ? regionId : null);
  await tx.membership.updateMany({
    where: { personId: person.id, endedAt: null, role: { notIn: [...wanted] } },
    data: { endedAt: now },
  });
  await tx.membership.updateMany({
    where: { personId: person.id, endedAt: null, role: "channel_manager" },
    data: { regionId },
  });
  const added = wanted.filter((role) => !person.roles.includes(role));
  await tx.membership.createMany({
    data: added.map((role) => ({
      id: newId(),
      personId: person.id,
      partnerId,
      role,
      regionId: regionOf(role),
      createdAt: now,
    })),
  });
}

/** Says that somebody may sign in no more, or again. True where that changed. Runs as the system. */
export async function setDisabled(tx: Tx, personId: string, disabledAt: Date | null): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, disabledAt: disabledAt ? null : { not: null } },
    data: { disabledAt },
  });
  return count === 1;
}

/** Waits for everybody who takes a role away at this moment, so that two do not take away the last two holders. */
export async function lockRoles(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('entente.roles', 0))`;
}

/** Whether somebody else than this person holds a role and may sign in. */
export async function hasOtherHolder(tx: Tx, role: Role, personId: string): Promise<boolean> {
  const other = await tx.membership.findFirst({
    where: { role, endedAt: null, personId: { not: personId }, person: { disabledAt: null } },
    select: { id: true },
  });
  return other !== null;
}
