import type { Invariant } from "@/server/invariants";
import { notAtRate } from "./domain/at-rate";
import { clockKinds } from "./domain/clock";
import type { DealStatus } from "./domain/deal";

const approvedOnce = "('approved', 'expired', 'released', 'revoked')";
// A registration that the rules of this installation looked at; an imported one may stand in any state without them.
const registered = "d.policy_version_id is not null";
const newest =
  "select upper(p.period) as until from protection p where p.deal_id = d.id and p.participant_id is null order by upper(p.period) desc limit 1";

/** The events that tell of a status; only a draft may have been written by an import instead. */
const eventsOf: Readonly<Record<Exclude<DealStatus, "submitted">, readonly string[]>> = {
  draft: ["deal.drafted", "deal.copied", "deal.imported"],
  in_review: ["deal.sentToReview"],
  needs_info: ["deal.returned", "deal.askedByRule"],
  approved: ["deal.approved", "deal.approvedByRule", "deal.disputeOverturned"],
  rejected: ["deal.rejected", "deal.rejectedByRule"],
  withdrawn: ["deal.withdrawn", "deal.withdrawnUnanswered"],
  expired: ["deal.expired"],
  released: ["deal.released", "deal.releasedByRule"],
  revoked: ["deal.revoked"],
};
const eventTable = Object.entries(eventsOf)
  .flatMap(([status, types]) => types.map((type) => `('${status}', '${type}')`))
  .join(", ");

/** What holds for every registration, its protection and its history. */
export const dealInvariants: readonly Invariant[] = [
  {
    name: "deal.isProtected",
    guards: "Every approved deal has a protection for its partner, customer, product line and role.",
    sql: `select d.number from deal d where d.status in ${approvedOnce} and ${registered} and not exists (
        select from protection p where p.deal_id = d.id and p.participant_id is null and (p.partner_id, p.account_id, p.product_line_id, p.role)
          = (d.partner_id, d.account_id, d.product_line_id, d.partner_role))`,
  },
  {
    name: "protection.scope",
    guards: "A protection protects what its deal is about, and nothing else.",
    sql: `select p.id, d.number from protection p join deal d on d.id = p.deal_id
      where p.participant_id is null and (p.partner_id, p.account_id, p.product_line_id, p.role)
        is distinct from (d.partner_id, d.account_id, d.product_line_id, d.partner_role)`,
  },
  {
    name: "protection.ofParticipant",
    guards:
      "Whoever takes part in a deal is protected in its own role for what the deal is about, and no longer than the deal.",
    sql: `select p.id, d.number from protection p join deal_participant j on j.id = p.participant_id join deal d on d.id = j.deal_id
      where (p.deal_id, p.partner_id, p.account_id, p.product_line_id, p.role)
          is distinct from (d.id, j.partner_id, d.account_id, d.product_line_id, j.role)
        or j.accepted_at is null or upper(p.period) > greatest(d.protected_until, lower(p.period) + 1)`,
  },
  {
    name: "participation.ofDeal",
    guards: "Others take part in a deal by the partner that registered it, in a role that is not its own.",
    sql: `select j.id, d.number from deal_participant j join deal d on d.id = j.deal_id
      where j.lead_id <> d.partner_id or (j.status in ('invited', 'accepted') and j.role = d.partner_role)`,
  },
  {
    name: "participation.isTold",
    guards: "Both partners read how a participation came to stand as it does.",
    sql: `select j.id, j.status from deal_participant j
      cross join lateral (select case j.status when 'accepted' then 'joined' else j.status end as verb) s
      where not exists (select from event e where e.subject_id = j.id and e.partner_id = j.partner_id and e.type = 'participation.' || s.verb)
        or not exists (select from event e where e.subject_id = j.deal_id and e.type = 'deal.partner' || initcap(s.verb))`,
  },
  {
    name: "protection.onlyWhenApproved",
    guards: "Nothing is protected by a deal that was not approved.",
    sql: `select p.id, d.number, d.status from protection p join deal d on d.id = p.deal_id where d.status not in ${approvedOnce}`,
  },
  {
    name: "protection.exclusive",
    guards: "On no day are two protected for the same customer, product line and role.",
    sql: `select a.id, b.id as other from protection a join protection b on b.account_id = a.account_id
        and b.product_line_id = a.product_line_id and b.role = a.role and b.id > a.id and b.period && a.period`,
  },
  {
    name: "protection.until",
    guards: "The day a deal says its protection ends is the day it ends.",
    sql: `select d.number, d.protected_until, n.until from deal d cross join lateral (${newest}) n
      where d.protected_until is distinct from n.until`,
  },
  {
    name: "protection.clock",
    guards: "What is protected ends by a clock, when the day begins that a deal says is no longer protected.",
    sql: `select d.number, d.protected_until, c.due_at from deal d cross join installation i
      join clock c on c.subject_id = d.id and c.kind = '${clockKinds.protection}' and c.stopped_at is null and c.fired_at is null
      where c.due_at is distinct from d.protected_until::timestamp at time zone i.zone`,
  },
  {
    name: "deal.decidedAt",
    guards: "A deal carries the moment of its decision exactly when it is decided.",
    sql: `select d.number, d.status from deal d where ${registered}
      and (d.decided_at is not null) <> (d.status in ('rejected', 'approved', 'expired', 'released', 'revoked'))`,
  },
  {
    name: "deal.order",
    guards: "A deal is drafted, submitted, decided, won and confirmed in that order.",
    sql: `select d.number from deal d where d.origin <> 'import'
      and (d.submitted_at < d.created_at or d.decided_at < d.submitted_at or d.win_confirmed_at < d.win_reported_at
        or d.updated_at < greatest(d.created_at, d.submitted_at, d.decided_at, d.win_confirmed_at))`,
  },
  {
    name: "deal.submittedAt",
    guards: "What is past the draft was submitted at a moment, and is held against the rules of that day.",
    sql: `select d.number, d.status from deal d where d.origin <> 'import' and d.status not in ('draft', 'withdrawn')
      and (d.submitted_at is null or d.policy_version_id is null)`,
  },
  {
    name: "deal.leftUndecided",
    guards: "Submitting ends with an approval, a rejection, a question or a reviewer: nothing stays in between.",
    sql: "select d.number from deal d where d.status = 'submitted'",
  },
  {
    name: "deal.policyInForce",
    guards: "A deal is decided by the rules that were in force when it was first submitted.",
    sql: `select d.number, v.version from deal d join policy_version v on v.id = d.policy_version_id
      where d.submitted_at is not null and (v.effective_from > d.submitted_at or exists (
        select from policy_version l where l.kind = v.kind and l.status not in ('draft', 'checked') and l.version > v.version
          and l.effective_from <= d.submitted_at))`,
  },
  {
    name: "deal.changeHasEvent",
    guards: "Each change of status is on record: there is an event for every time a deal came to stand as it did.",
    sql: `with changes as (
        select deal_id, status, lag(status) over (partition by deal_id order by valid_from) as before from deal_history
      ), counted as (
        select c.deal_id, c.status, count(*) as changes from changes c join deal d on d.id = c.deal_id
        where c.status is distinct from c.before and (c.before is not null or d.origin <> 'import') and c.status <> 'submitted'
        group by 1, 2
      ), told as (
        select e.subject_id, s.status, count(*) as events from event e
        join (values ${eventTable}) s (status, type) on s.type = e.type where e.subject_kind = 'deal' group by 1, 2
      )
      select c.deal_id, c.status, c.changes, coalesce(t.events, 0) as events from counted c
      left join told t on t.subject_id = c.deal_id and t.status = c.status where coalesce(t.events, 0) < c.changes`,
  },
  {
    name: "deal.eventHappened",
    guards:
      "No event tells of a status in which the deal never stood; of several at one moment history keeps the last.",
    sql: `select e.id, e.type from event e join (values ${eventTable}) s (status, type) on s.type = e.type
      where e.subject_kind = 'deal' and not e.historic
        and not exists (select from deal_history h where h.deal_id = e.subject_id and (h.status = s.status or h.valid_from = e.at))`,
  },
  {
    name: "deal.eventSubject",
    guards: "An event about a deal names one that exists, and its partner.",
    sql: `select e.id, e.type from event e left join deal d on d.id = e.subject_id
      where e.subject_kind = 'deal' and not e.historic and (d.id is null or e.partner_id is distinct from d.partner_id)`,
  },
  {
    name: "deal.decision",
    guards: "Every approval, rejection and revocation has its decision, made at the moment the deal carries.",
    sql: `select d.number, d.status from deal d
      where ${registered} and d.status in ('rejected', 'approved', 'expired', 'released', 'revoked') and not exists (
        select from decision c where c.subject_id = d.id and c.decided_at = d.decided_at
          and c.outcome = case d.status when 'rejected' then 'rejected' else 'approved' end)
      union all select d.number, d.status from deal d where d.status = 'revoked'
        and not exists (select from decision c where c.subject_id = d.id and c.outcome = 'revoked')`,
  },
  {
    name: "deal.decisionSubject",
    guards: "A decision about a registration is about one that exists, of the same partner.",
    sql: `select c.id from decision c left join deal d on d.id = c.subject_id
      where c.kind like 'deal.%' and (d.id is null or d.partner_id <> c.partner_id)`,
  },
  {
    name: "deal.fourEyes",
    guards: "Nobody decides about a deal they own or entered, and nobody confirms a win of their own.",
    sql: `select d.number, c.decider_name from deal d join decision c on c.subject_id = d.id and c.decider_id in (d.owner_id, d.created_by_id)
      union all select d.number, 'win' from deal d where d.origin <> 'import' and d.win_confirmed_by_id in (d.owner_id, d.created_by_id, d.win_reported_by_id)`,
  },
  {
    name: "deal.win",
    guards: "A confirmed win was reported by somebody, with an amount, and confirmed by somebody or by an order.",
    sql: `select d.number from deal d where d.win_confirmed_at is not null and (d.won_amount is null or d.win_reported_at is null
      or d.origin <> 'import' and (d.win_confirmed_by_id is null and not exists (
        select from event e join revenue_line r on r.deal_id = d.id where e.subject_id = d.id and e.type = 'deal.winConfirmedByOrder') or not exists (
        select from event e where e.subject_id = d.id and e.type = 'deal.winReported' and e.actor_kind = 'person')))
      union all select d.number from deal d where d.win_confirmed_at is null and d.win_confirmed_by_id is not null`,
  },
  {
    name: "deal.winDay",
    guards: "No sale was won before it was registered.",
    sql: `select d.number, d.won_on from deal d cross join installation i
      where d.origin <> 'import' and d.won_on < (d.submitted_at at time zone i.zone)::date`,
  },
  {
    name: "deal.customer",
    guards: "Who bought counts as a customer from then on.",
    sql: `select d.number, a.name from deal d join account a on a.id = d.account_id where d.win_confirmed_at is not null and not a.is_customer`,
  },
  {
    name: "deal.reported",
    guards: "The reporting amount of a deal follows from the stored rate of the stored day.",
    sql: notAtRate("amount", "currency", "reporting_amount", "rate_day"),
  },
  {
    name: "deal.wonReported",
    guards: "The reporting amount of a win follows from the stored rate of the stored day.",
    sql: notAtRate("won_amount", "won_currency", "won_reporting_amount", "won_rate_day"),
  },
  {
    name: "deal.reportedDay",
    guards: "A reporting amount has the day of its rate, and equals the amount where no conversion is needed.",
    sql: `select d.number from deal d cross join installation i
      where (d.reporting_amount is null) <> (d.rate_day is null) or (d.won_reporting_amount is null) <> (d.won_rate_day is null)
        or d.currency = i.reporting_currency and d.reporting_amount <> d.amount
        or d.won_currency = i.reporting_currency and d.won_reporting_amount <> d.won_amount`,
  },
  {
    name: "deal.historyGapless",
    guards: "The history of a deal has no gap and no overlap: each line begins where the one before ends.",
    sql: `select deal_id, valid_from from (
        select deal_id, valid_from, valid_to, lead(valid_from) over (partition by deal_id order by valid_from) as next from deal_history) h
      where h.valid_to is distinct from h.next`,
  },
  {
    name: "deal.historyCurrent",
    guards: "The last line of the history of a deal is how the deal stands.",
    sql: `select d.number from deal d left join deal_history h on h.deal_id = d.id and h.valid_to is null
      where h.deal_id is null or (h.status, h.stage, h.amount, h.currency, h.reporting_amount, h.expected_close, h.won_on,
        h.won_reporting_amount, h.win_confirmed_at) is distinct from (d.status, d.stage, d.amount, d.currency, d.reporting_amount,
        d.expected_close, d.won_on, d.won_reporting_amount, d.win_confirmed_at)`,
  },
  {
    name: "deal.clockRuns",
    guards: "A deal that waits for somebody, or is protected, has the clock that ends that.",
    sql: `select d.number, d.status from deal d where ${registered} and case
        when d.status = 'in_review' then not exists (
          select from clock c where c.subject_id = d.id and c.kind = '${clockKinds.review}' and c.stopped_at is null)
        when d.status = 'needs_info' then not exists (
          select from clock c where c.subject_id = d.id and c.kind = '${clockKinds.answer}' and c.stopped_at is null and c.fired_at is null)
        when d.status = 'approved' and d.win_confirmed_at is null and d.stage <> 'lost' then not exists (
          select from clock c where c.subject_id = d.id and c.kind = '${clockKinds.protection}' and c.stopped_at is null and c.fired_at is null)
        else false end`,
  },
  {
    name: "deal.clockIsNeeded",
    guards: "No clock runs for a deal that no longer waits for what it measures.",
    sql: `select c.id, c.kind, d.number from clock c join deal d on d.id = c.subject_id
      where c.stopped_at is null and c.fired_at is null and case c.kind
        when '${clockKinds.review}' then d.status <> 'in_review'
        when '${clockKinds.answer}' then d.status <> 'needs_info'
        when '${clockKinds.inactivity}' then d.status <> 'approved' or d.win_confirmed_at is not null or d.stage = 'lost'
        when '${clockKinds.milestone}' then d.status <> 'approved' or d.win_confirmed_at is not null or d.stage = 'lost'
        when '${clockKinds.protection}' then d.status <> 'approved' or d.win_confirmed_at is not null or d.stage = 'lost'
        when '${clockKinds.extension}' then not exists (select from deal_extension x where x.deal_id = d.id and x.outcome is null)
        when '${clockKinds.dispute}' then not exists (select from deal_dispute s where s.deal_id = d.id and s.status = 'open')
        when '${clockKinds.presales}' then not exists (select from presales_request q where q.deal_id = d.id and q.outcome is null)
        else false end`,
  },
  {
    name: "presales.open",
    guards: "Help is on its way only for a sale that is open, and somebody's clock runs for it or has run out.",
    sql: `select q.id, d.number from presales_request q join deal d on d.id = q.deal_id where q.outcome is null
      and (d.status not in ('approved', 'expired') or d.stage = 'lost' or d.win_confirmed_at is not null or not exists (
        select from clock c where c.subject_id = d.id and c.kind = '${clockKinds.presales}' and c.stopped_at is null))`,
  },
  {
    name: "deal.clockSubject",
    guards: "Every clock of a registration has its deal, of the same partner, and does what is known.",
    sql: `select c.id, c.kind from clock c left join deal d on d.id = c.subject_id where c.kind like 'deal.%'
      and (d.id is null or d.partner_id <> c.partner_id or c.kind not in (${Object.values(clockKinds)
        .map((kind) => `'${kind}'`)
        .join(", ")}))`,
  },
  {
    name: "deal.dueAt",
    guards: "What a deal says is due is what its clock measures.",
    sql: `select d.number, d.due_at, c.due_at as clock from deal d join clock c on c.subject_id = d.id and c.stopped_at is null
        and c.fired_at is null and c.kind in ('${clockKinds.review}', '${clockKinds.answer}') where d.due_at is distinct from c.due_at`,
  },
  {
    name: "deal.owner",
    guards: "A deal belongs to somebody of its partner.",
    sql: "select d.number, p.name from deal d join person p on p.id = d.owner_id where p.partner_id is distinct from d.partner_id",
  },
  {
    name: "deal.reviewer",
    guards:
      "Who is to decide may: a colleague of the vendor with such a role, still there, and not about an entry of their own.",
    sql: `select d.number, p.name from deal d left join person p on p.id = d.reviewer_id where d.status = 'in_review'
      and (p.id is null or p.disabled_at is not null or p.id in (d.owner_id, d.created_by_id) or not exists (
        select from membership m where m.person_id = p.id and m.ended_at is null and m.role in ('channel_manager', 'program_owner')))`,
  },
  {
    name: "deal.partner",
    guards: "Everything that hangs on a deal carries its partner, by which the database hides it from others.",
    sql: `select c.part, d.number from deal d join (
        select 'history' as part, deal_id, partner_id from deal_history
        union all select 'conflict', deal_id, partner_id from deal_conflict
        union all select 'extension', deal_id, partner_id from deal_extension
        union all select 'revocation', deal_id, partner_id from deal_revocation
        union all select 'dispute', deal_id, partner_id from deal_dispute
      ) c on c.deal_id = d.id where c.partner_id <> d.partner_id`,
  },
  {
    name: "deal.conflict",
    guards: "What a registration was found to resemble is another deal that exists.",
    sql: `select c.id from deal_conflict c left join deal o on o.id = c.other_deal_id
      where c.other_deal_id is not null and (o.id is null or o.id = c.deal_id)`,
  },
  {
    name: "deal.number",
    guards: "A number names one deal, however it is written.",
    sql: "select upper(trim(number)) as number, count(*) from deal group by 1 having count(*) > 1",
  },
  {
    name: "deal.numberIsAhead",
    guards: "The next deal gets a number that none has yet, also after a restore.",
    sql: `select max(substr(number, 6)::bigint) as highest, (select last_value from deal_number) as counter from deal
      where number ~ '^D-[0-9]{2}-[0-9]{4,}$' having max(substr(number, 6)::bigint) > (select last_value from deal_number)`,
  },
  {
    name: "deal.benefit",
    guards: "What an approval grants is a share of the amount, and only approved deals have one.",
    sql: `select d.number, d.benefit_basis_points from deal d where d.benefit_basis_points not between 0 and 10000
      or d.benefit_basis_points is not null and d.status not in ${approvedOnce}`,
  },
  {
    name: "deal.copy",
    guards: "A linked copy is of a deal of the same partner.",
    sql: "select d.number, o.number as original from deal d join deal o on o.id = d.copied_from_id where o.partner_id <> d.partner_id",
  },
  {
    name: "deal.customerIsLinked",
    guards: "A partner sees the customers it registered deals for.",
    sql: `select d.number from deal d where d.account_id is not null and (d.origin <> 'import' or d.status = 'draft') and not exists (
      select from account_link l where l.partner_id = d.partner_id and l.account_id = d.account_id)`,
  },
  {
    name: "deal.saleHasEvent",
    guards: "A sale that was won or lost was reported by somebody.",
    sql: `select d.number, d.stage from deal d where d.origin <> 'import' and d.stage in ('won', 'lost') and not exists (
      select from event e where e.subject_id = d.id and e.type = case d.stage when 'won' then 'deal.winReported' else 'deal.lost' end)`,
  },
  {
    name: "extension.open",
    guards:
      "More time is asked for only while a protection holds and the sale is open, and somebody's clock runs for it.",
    sql: `select x.id, d.number from deal_extension x join deal d on d.id = x.deal_id where x.outcome is null
      and (d.status <> 'approved' or d.stage in ('won', 'lost') or not exists (
        select from clock c where c.subject_id = d.id and c.kind = '${clockKinds.extension}' and c.stopped_at is null and c.fired_at is null))`,
  },
  {
    name: "extension.granted",
    guards: "A protection that runs lasts as long as the last extension granted.",
    sql: `select d.number, x.until, n.until as protected from deal d
      cross join lateral (select max(granted_until) as until from deal_extension where deal_id = d.id and outcome = 'granted') x
      cross join lateral (${newest}) n where d.status = 'approved' and d.win_confirmed_at is null and n.until < x.until`,
  },
  {
    name: "extension.event",
    guards: "Every extension granted is on record once.",
    sql: `select d.number from deal d where
      (select count(*) from deal_extension x where x.deal_id = d.id and x.outcome = 'granted')
        <> (select count(*) from event e where e.subject_id = d.id and e.type in ('deal.extended', 'deal.extendedByRule'))`,
  },
  {
    name: "revocation.open",
    guards: "Only a protection that still runs waits for a second person to take it back.",
    sql: `select r.id, d.number from deal_revocation r join deal d on d.id = r.deal_id
      where r.outcome is null and (d.status <> 'approved' or d.win_confirmed_at is not null)`,
  },
  {
    name: "revocation.decided",
    guards: "What is revoked was revoked by two people, or by one where there was no other; and nothing else was.",
    sql: `select d.number, d.status from deal d where (d.status = 'revoked') <> exists (select from deal_revocation r
      where r.deal_id = d.id and r.outcome = 'revoked' and (r.alone or r.asked_by_id <> r.decided_by_id))`,
  },
  {
    name: "dispute.open",
    guards: "Only a rejection waits to be judged again, and somebody's clock runs for it or has run out.",
    sql: `select s.id, d.number from deal_dispute s join deal d on d.id = s.deal_id where s.status = 'open'
      and (d.status <> 'rejected' or not exists (
        select from clock c where c.subject_id = d.id and c.kind = '${clockKinds.dispute}' and c.stopped_at is null))`,
  },
  {
    name: "dispute.independent",
    guards: "What is disputed is a rejection of the same deal, and who took it is who may not judge it.",
    sql: `select s.id, d.number from deal_dispute s join deal d on d.id = s.deal_id join decision c on c.id = s.decision_id
      where c.subject_id <> s.deal_id or c.outcome <> 'rejected' or c.decider_id is distinct from s.first_decider_id
        or s.owner_id in (d.owner_id, d.created_by_id)
        or s.status in ('upheld', 'overturned') and s.closed_by_id in (d.owner_id, d.created_by_id)`,
  },
];
