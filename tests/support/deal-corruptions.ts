const one = (condition: string) => `id = (select id from deal where ${condition} order by id limit 1)`;
const approved = one("status = 'approved' and win_confirmed_at is null and stage <> 'lost'");
const inReview = one("status = 'in_review'");
const won = one("win_confirmed_at is not null");
const dealOf = (condition: string) => `(select id from deal where ${condition})`;
const anotherPartner = "(select id from partner p where p.id <> partner_id limit 1)";
const event = (
  type: string,
) => `insert into event (id, at, type, subject_kind, subject_id, partner_id, audience, actor_kind, actor_name, actor_side, data)
  select gen_random_uuid(), now(), '${type}', 'deal', id, partner_id, 'all', 'system', 'Entente', 'system', '{}' from deal where ${inReview}`;

/** What breaks each invariant about deals, by its name: run as the owner with triggers off, and rolled back. */
export const dealCorruptions: Readonly<Record<string, string>> = {
  "deal.isProtected": `delete from protection where deal_id = ${dealOf(approved)}`,
  "protection.scope": `update protection set role = 'influencing' where deal_id = ${dealOf(approved)}`,
  "protection.ofParticipant": "update protection set role = 'sourcing' where participant_id is not null",
  "participation.ofDeal": "update deal_participant set role = 'selling' where status = 'accepted'",
  "participation.isTold": "delete from event where type = 'participation.joined'",
  "protection.onlyWhenApproved": `update deal set status = 'rejected' where ${approved}`,
  "protection.exclusive": `alter table protection drop constraint protection_exclusive;
    insert into protection select gen_random_uuid(), deal_id, partner_id, account_id, product_line_id, role, period, created_at from protection limit 1`,
  "protection.until": `update deal set protected_until = protected_until + 1 where ${approved}`,
  "protection.clock": `update clock set due_at = due_at + interval '1 hour' where kind = 'deal.protection' and subject_id = ${dealOf(approved)}`,
  "deal.decidedAt": `update deal set decided_at = null where ${approved}`,
  "deal.order": `update deal set submitted_at = created_at - interval '1 minute' where ${inReview}`,
  "deal.submittedAt": `update deal set policy_version_id = null where ${inReview}`,
  "deal.leftUndecided": `update deal set status = 'submitted' where ${inReview}`,
  "deal.policyInForce": `update deal set policy_version_id = (select id from policy_version where kind = 'deal.registration' and version = 1) where ${inReview}`,
  "deal.changeHasEvent": `delete from event where type = 'deal.sentToReview' and subject_id = ${dealOf(inReview)}`,
  "deal.eventHappened": event("deal.revoked"),
  "deal.eventSubject": `update event set subject_id = gen_random_uuid() where type = 'deal.submitted'`,
  "deal.decision": `delete from decision where subject_id = ${dealOf(approved)}`,
  "deal.decisionSubject": `update decision set subject_id = gen_random_uuid() where subject_id = ${dealOf(approved)}`,
  "deal.fourEyes": "update deal set owner_id = win_confirmed_by_id where win_confirmed_by_id is not null",
  "deal.win": `update deal set win_confirmed_by_id = null where ${won}`,
  "revenue.confirms": `insert into revenue_line (id, source, external_id, order_reference, booked_on, amount, currency, deal_id, matched_at, created_at)
    select gen_random_uuid(), 'orders', 'broken', 'PO-1', current_date, 1, 'EUR', id, now(), now() from deal where ${inReview}`,
  "breach.subject": "update breach set partner_id = (select id from partner p where p.id <> partner_id limit 1)",
  "breach.fourEyes":
    "alter table breach drop constraint breach_four_eyes; update breach set closed_by_id = seller_id where outcome is not null",
  "presales.open": `insert into presales_request (id, deal_id, partner_id, kind, owner_id, asked_at, due_at)
    select gen_random_uuid(), id, partner_id, 'demo', owner_id, now(), now() from deal where ${inReview}`,
  "deal.winDay": `update deal set won_on = '2001-01-01' where ${won}`,
  "deal.customer": `update account set is_customer = false where id = (select account_id from deal where ${won})`,
  "deal.reported": `update deal set reporting_amount = reporting_amount + 2 where currency <> 'EUR' and reporting_amount is not null`,
  "deal.wonReported": `update deal set won_reporting_amount = won_reporting_amount - 2 where won_currency = 'USD'`,
  "deal.reportedDay": `update deal set rate_day = null where ${won}`,
  "deal.historyGapless": `update deal_history set valid_to = valid_to - interval '1 second' where valid_to is not null
    and deal_id = ${dealOf(approved)}`,
  "deal.historyCurrent": `update deal set amount = amount + 1 where ${approved}`,
  "deal.clockRuns": `update clock set stopped_at = now() where kind = 'deal.protection' and subject_id = ${dealOf(approved)}`,
  "deal.clockIsNeeded": `update deal set status = 'withdrawn' where ${inReview}`,
  "deal.clockSubject": `update clock set subject_id = gen_random_uuid() where subject_id = ${dealOf(inReview)}`,
  "deal.dueAt": `update deal set due_at = due_at + interval '1 minute' where ${inReview}`,
  "deal.owner": `update deal set owner_id = (select id from person where partner_id is null limit 1) where ${inReview}`,
  "deal.reviewer": `update deal set reviewer_id = owner_id where ${inReview}`,
  "deal.partner": `update deal_history set partner_id = ${anotherPartner} where deal_id = ${dealOf(inReview)}`,
  "deal.conflict": "update deal_conflict set other_deal_id = gen_random_uuid()",
  "deal.number":
    "update deal set number = lower(number) where number = (select max(number) from deal); " +
    "update deal set number = upper((select min(number) from deal where number like 'd%')) where number = (select min(number) from deal where number like 'D%')",
  "deal.numberIsAhead": `update deal set number = 'D-26-999999' where ${inReview}`,
  "deal.benefit": `update deal set benefit_basis_points = 100 where ${inReview}`,
  "deal.copy": `update deal d set copied_from_id = (select o.id from deal o where o.partner_id <> d.partner_id limit 1) where ${inReview}`,
  "deal.customerIsLinked": `delete from account_link where account_id = (select account_id from deal where ${inReview})`,
  "deal.saleHasEvent": `delete from event where type = 'deal.winReported' and subject_id = ${dealOf(won)}`,
  "extension.open": `insert into deal_extension (id, deal_id, partner_id, asked_by_id, asked_at, reason, wanted_until, previous_until, stage,
      granted_before, policy_version_id, reviewer_id, due_at)
    select gen_random_uuid(), id, partner_id, owner_id, now(), 'budget', protected_until + 30, protected_until, stage, 0, policy_version_id,
      owner_id, now() from deal where ${approved}`,
  "extension.granted": `insert into deal_extension (id, deal_id, partner_id, asked_at, reason, wanted_until, previous_until, stage,
      granted_before, policy_version_id, outcome, decided_at, granted_until)
    select gen_random_uuid(), id, partner_id, now(), 'budget', protected_until + 30, protected_until, stage, 0, policy_version_id,
      'granted', now(), protected_until + 30 from deal where ${approved}`,
  "extension.event": `insert into event (id, at, type, subject_kind, subject_id, partner_id, audience, actor_kind, actor_name, actor_side, data)
    select gen_random_uuid(), now(), 'deal.extended', 'deal', id, partner_id, 'all', 'system', 'Entente', 'system', '{}' from deal where ${approved}`,
  "revocation.open": `insert into deal_revocation (id, deal_id, partner_id, asked_by_id, asked_at, cause, note)
    select gen_random_uuid(), id, partner_id, reviewer_id, now(), 'inactive', 'No answer' from deal where ${inReview}`,
  "revocation.decided": `update deal set status = 'revoked' where ${approved}`,
  "dispute.open": `insert into deal_dispute (id, deal_id, partner_id, decision_id, opened_by_id, opened_at, statement, owner_id, owner_name, due_at)
    select gen_random_uuid(), d.id, d.partner_id, c.id, d.owner_id, now(), 'Look again', d.reviewer_id, 'Somebody', now()
    from deal d join decision c on c.subject_id = d.id where d.${inReview} limit 1`,
  "dispute.independent": `insert into deal_dispute (id, deal_id, partner_id, decision_id, opened_by_id, opened_at, statement, owner_id, owner_name, due_at)
    select gen_random_uuid(), d.id, d.partner_id, c.id, d.owner_id, now(), 'Look again', d.reviewer_id, 'Somebody', now()
    from deal d join decision c on c.subject_id = d.id where d.${inReview} limit 1`,
};
