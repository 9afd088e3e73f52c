import { type PersonActor, type Role, vendorRoles } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import type { Tx } from "@/server/db";
import { mayStandIn } from "../domain/absence";
import { absencesOf } from "../repository/absences";

export type OwnAbsence = {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly cover: string;
};

/** When the reader is away from a day on, and who could stand in for them. */
export async function ownAbsences(tx: Tx, actor: PersonActor, today: PlainDate) {
  const people = await tx.person.findMany({
    where: { partnerId: null, disabledAt: null, id: { not: actor.personId } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, memberships: { where: { endedAt: null }, select: { role: true } } },
  });
  const rolesOf = (held: readonly { role: string }[]): Role[] =>
    vendorRoles.filter((role) => held.some((membership) => membership.role === role));
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const absences = (await absencesOf(tx, actor.personId, today)).map(
    ({ id, from, to, coverId }): OwnAbsence => ({ id, from, to, cover: nameOf(coverId) }),
  );
  const colleagues = people
    .filter(({ memberships }) => mayStandIn(actor.roles, rolesOf(memberships)))
    .map(({ id, name }) => ({ id, name }));
  return { absences, colleagues };
}
