import type { Invariant } from "@/server/invariants";

/** What holds for partners and the regions they lie in. */
export const partnerInvariants: readonly Invariant[] = [
  {
    name: "partner.manager",
    guards: "A partner is looked after by somebody who is a channel manager and still there.",
    sql: `select p.name, m.name as manager from partner p join person m on m.id = p.channel_manager_id
      where m.partner_id is not null or m.disabled_at is not null or not exists (
        select from membership r where r.person_id = m.id and r.role = 'channel_manager' and r.ended_at is null)`,
  },
  {
    name: "partner.domain",
    guards: "A domain names one partner, however it is written.",
    sql: "select lower(trim(domain)) as domain, count(*) from partner group by 1 having count(*) > 1",
  },
  {
    name: "region.tree",
    guards: "Regions form a tree: none lies in itself.",
    sql: `with recursive above (id, top) as (
        select id, parent_id from region where parent_id is not null
        union select a.id, r.parent_id from above a join region r on r.id = a.top where r.parent_id is not null
      ) select id from above where id = top`,
  },
];
