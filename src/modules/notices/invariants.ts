import type { Invariant } from "@/server/invariants";

/** What holds for what people are told. */
export const noticeInvariants: readonly Invariant[] = [
  {
    name: "notice.audience",
    guards: "No partner is told of what only the vendor reads, or of what happens to another partner.",
    sql: `select n.id, n.type from notice n join event e on e.id = n.event_id
      where n.partner_id is not null and (e.audience = 'vendor' or e.partner_id <> n.partner_id)`,
  },
  {
    name: "notice.delivered",
    guards: "Whoever is told of an event is told when it is delivered, and of none that has not happened.",
    sql: `select n.id, n.type from notice n join event e on e.id = n.event_id left join event_delivery d on d.event_id = n.event_id
      where d.event_id is null or d.state = 'waiting' or n.subject_id <> e.subject_id`,
  },
  {
    name: "notice.mail",
    guards: "A mail tells somebody what they themselves are to be told.",
    sql: `select n.id, m.id as mail from notice n join mail m on m.id = n.mail_id where m.person_id <> n.person_id`,
  },
];
