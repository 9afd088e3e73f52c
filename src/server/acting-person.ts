import { z } from "zod";
import { type PersonActor, partnerRoles, personActor, vendorRoles } from "@/kernel/actor";
import { dayOf } from "@/kernel/dates";
import { fromPlainDate } from "./clocks";
import type { Tx } from "./db";
import { installation } from "./exchange";

const role = z.enum([...vendorRoles, ...partnerRoles]);

/**
 * A person as they stand in the database now, for what they asked to be done while they are not there; null where they were
 * disabled, have no role left or belong to another organisation than they did. Read by the system.
 */
export async function actingPerson(
  tx: Tx,
  personId: string,
  partnerId: string | null,
  now: Date,
): Promise<PersonActor | null> {
  const { zone } = await installation(tx);
  const today = fromPlainDate(dayOf(now, zone));
  const person = await tx.person.findFirst({
    where: { id: personId, partnerId, disabledAt: null, memberships: { some: { endedAt: null, partnerId } } },
    select: {
      name: true,
      zone: true,
      locale: true,
      partner: { select: { sharesDeals: true } },
      memberships: { where: { endedAt: null, partnerId }, select: { role: true } },
      coversFor: { where: { startsOn: { lte: today }, endsOn: { gte: today } }, select: { personId: true } },
    },
  });
  if (!person) return null;
  const { memberships, partner, coversFor, ...words } = person;
  return personActor({
    ...words,
    personId,
    partnerId,
    roles: memberships.map(({ role: held }) => role.parse(held)),
    seesCompanyDeals: partner?.sharesDeals ?? false,
    ...(coversFor.length > 0 ? { standsInFor: coversFor.map((cover) => cover.personId) } : {}),
  });
}
