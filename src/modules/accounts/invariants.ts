import type { Invariant } from "@/server/invariants";

/** What holds for end customers and the keys by which they are recognised. */
export const accountInvariants: readonly Invariant[] = [
  {
    name: "account.isRecognised",
    guards: "Every customer has a key by which it is found again.",
    sql: `select a.id, a.name from account a where not exists (select from account_name n where n.account_id = a.id)
      and not exists (select from account_domain d where d.account_id = a.id)`,
  },
  {
    name: "account.keyIsUnique",
    guards: "A domain or a name in a country belongs to one customer.",
    sql: `select domain as key from account_domain group by domain having count(distinct account_id) > 1
      union all select country || ' ' || normalised from account_name group by country, normalised having count(distinct account_id) > 1`,
  },
  {
    name: "account.tree",
    guards: "Groups of customers form a tree: none belongs to itself.",
    sql: `with recursive above (id, top) as (
        select id, parent_id from account where parent_id is not null
        union select a.id, p.parent_id from above a join account p on p.id = a.top where p.parent_id is not null
      ) select id from above where id = top`,
  },
];
