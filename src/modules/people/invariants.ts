import type { Invariant } from "@/server/invariants";

/** What holds for people, their roles and their sessions. */
export const peopleInvariants: readonly Invariant[] = [
  {
    name: "membership.organisation",
    guards: "A role counts in the person's own organisation only.",
    sql: `select m.id, p.name, m.role from membership m join person p on p.id = m.person_id
      where m.ended_at is null and m.partner_id is distinct from p.partner_id`,
  },
  {
    name: "membership.period",
    guards: "No role ended before it was given.",
    sql: "select id, role from membership where ended_at < created_at",
  },
  {
    name: "membership.programOwner",
    guards: "Every case has somebody who can decide it: there is a program owner.",
    sql: `select i.vendor_name from installation i where exists (select from membership) and not exists (
      select from membership m join person p on p.id = m.person_id
      where m.role = 'program_owner' and m.ended_at is null and p.disabled_at is null)`,
  },
  {
    name: "session.disabledPerson",
    guards: "Whoever was disabled is signed in nowhere.",
    sql: `select s.id, p.name from identity.session s join person p on p.id = s.person_id
      where p.disabled_at is not null and s.ended_at is null`,
  },
  {
    name: "session.length",
    guards: "No session lasts longer than twelve hours.",
    sql: "select id from identity.session where expires_at > created_at + interval '12 hours' or last_seen_at < created_at",
  },
  {
    name: "cover.colleagues",
    guards: "Only colleagues of the vendor stand in for each other.",
    sql: `select c.id, a.name, b.name as cover from cover c join person a on a.id = c.person_id join person b on b.id = c.cover_id
      where a.partner_id is not null or b.partner_id is not null`,
  },
  {
    name: "scope.lookedAfter",
    guards:
      "Who looks after which partner is what roles, territories, assignments and today's covers say: nobody sees more or less.",
    sql: `with recursive tree (root, id) as (
        select id, id from region union select t.root, r.id from region r join tree t on r.parent_id = t.id
      ), direct as (
        select m.person_id, p.id as partner_id, true as reads_deals from membership m
          join partner p on p.channel_manager_id = m.person_id where m.role = 'channel_manager' and m.ended_at is null
        union select m.person_id, p.id, true from membership m join tree t on t.root = m.region_id
          join partner p on p.region_id = t.id where m.role = 'channel_manager' and m.ended_at is null
        union select m.person_id, p.id, false from membership m cross join partner p
          where m.role in ('marketing', 'legal', 'direct_seller') and m.ended_at is null
      ), wanted as (
        select person_id, partner_id, bool_or(reads_deals) as reads_deals from (
          select * from direct
          union all select c.cover_id, d.partner_id, d.reads_deals from cover c join direct d on d.person_id = c.person_id
            where entente.today() between c.starts_on and c.ends_on
        ) e group by 1, 2
      )
      select coalesce(w.person_id, s.person_id) as person_id, coalesce(w.partner_id, s.partner_id) as partner_id,
        case when s.person_id is null then 'missing' when w.person_id is null then 'too much' else 'different' end as what
      from wanted w full join vendor_scope s on s.person_id = w.person_id and s.partner_id = w.partner_id
      where w.reads_deals is distinct from s.reads_deals`,
  },
];
