import { type PersonActor, personActor, type Role } from "@/kernel/actor";
import { sql } from "../../support/world";

type Line = {
  name: string;
  id: string;
  partner_id: string | null;
  roles: Role[];
  shares_deals: boolean;
  zone: string;
  locale: string;
};

/** A person of a seeded program as an actor, with the roles the database holds. */
export const actorNamed = (name: string) => actorWhere("p.name", name);

/** The same, by e-mail. */
export const actorOfEmail = (email: string) => actorWhere("p.email", email);

async function actorWhere(column: "p.name" | "p.email", value: string): Promise<PersonActor> {
  const [line] = await sql<Line>(
    `select p.name, p.id, p.partner_id, p.zone, p.locale, array_agg(m.role) as roles, coalesce(bool_or(o.shares_deals), false) as shares_deals
     from person p join membership m on m.person_id = p.id and m.ended_at is null left join partner o on o.id = p.partner_id
     where ${column} = $1 group by p.id`,
    [value],
  );
  const actor =
    line &&
    personActor({
      personId: line.id,
      name: line.name,
      partnerId: line.partner_id,
      roles: line.roles,
      seesCompanyDeals: line.shares_deals,
      zone: line.zone,
      locale: line.locale,
    });
  if (!actor) throw new Error(`nobody is called ${value}`);
  return actor;
}
