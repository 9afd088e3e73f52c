import type { Invariant } from "@/server/invariants";

/** What holds for the vendor's own sellers. */
export const opportunityInvariants: readonly Invariant[] = [
  {
    name: "breach.subject",
    guards: "A possible breach is about a protected deal of the partner whose channel manager heard of it.",
    sql: `select b.id from breach b join deal d on d.id = b.deal_id
      where b.partner_id <> d.partner_id or not exists (select from protection p where p.deal_id = d.id)
        or not exists (select from event e where e.subject_id = d.id and e.type = 'deal.breachFound')`,
  },
  {
    name: "breach.fourEyes",
    guards: "Nobody closes a possible breach of their own.",
    sql: "select id from breach where closed_by_id = seller_id",
  },
];
