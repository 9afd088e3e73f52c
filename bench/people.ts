import type pg from "pg";
import { v7 } from "uuid";
import { type PersonActor, personActor, type Role } from "@/kernel/actor";

/** Somebody of the program who has a role. */
export async function actorWith(owner: pg.Client, role: Role): Promise<PersonActor> {
  const { rows } = await owner.query<{
    id: string;
    name: string;
    partner_id: string | null;
    zone: string;
    locale: string;
  }>(
    `select p.id, p.name, p.partner_id, p.zone, p.locale from person p join membership m on m.person_id = p.id
     where m.role = $1 and m.ended_at is null and p.disabled_at is null order by p.id limit 1`,
    [role],
  );
  const [person] = rows;
  const actor =
    person &&
    personActor({
      personId: person.id,
      name: person.name,
      partnerId: person.partner_id,
      roles: [role],
      seesCompanyDeals: false,
      zone: person.zone,
      locale: person.locale,
    });
  if (!actor) throw new Error(`nobody is ${role}`);
  return actor;
}

/** A session of somebody, as the sign-in would open it. */
export async function sessionOf(owner: pg.Client, { personId }: PersonActor): Promise<string> {
  const id = v7();
  await owner.query(
    "insert into identity.session (id, person_id, expires_at, last_seen_at) values ($1, $2, now() + interval '12 hours', now())",
    [id, personId],
  );
  return id;
}
