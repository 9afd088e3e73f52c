const notice = `insert into notice (id, event_id, person_id, partner_id, type, kind, because, subject_kind, subject_id, params, listed, at)
  select gen_random_uuid(), e.id, p.id, p.partner_id, e.type, 'deal.decided', 'owner', 'deal', e.subject_id, '{}', true, now()
  from event e cross join person p where p.partner_id is not null`;

/** What breaks each invariant that is not about deals, by its name: run as the owner with triggers off, and rolled back. */
export const corruptions: Readonly<Record<string, string>> = {
  "installation.single": "delete from installation",
  "event.sequence":
    "update event set sequence = (select min(sequence) from event) where sequence = (select max(sequence) from event)",
  "event.sequenceIsAhead":
    "update event set sequence = sequence + 1000000 where sequence = (select max(sequence) from event)",
  "event.actor": "update event set actor_side = 'partner' where actor_side = 'vendor'",
  "decision.basis": "delete from decision_basis where decision_id = (select id from decision limit 1)",
  "decision.policy": "update policy_version set effective_from = now() + interval '1 day'",
  "decision.decider": "update membership set ended_at = '2020-01-01' where role = 'channel_manager'",
  "policy.order": "update policy_version set effective_from = '2000-01-01' where version = 2",
  "clock.fired": "update clock set fired_at = due_at - interval '1 minute' where fired_at is not null",
  "database.writtenOnce": "grant update on event to entente_system",
  "database.rowSecurity": "alter table deal no force row level security",
  "database.logins": "alter table product_line owner to entente_app",
  "database.guards": "alter table deal disable trigger guard_workflow",
  "membership.organisation":
    "update membership set partner_id = (select max(id::text)::uuid from partner) where role = 'partner_admin'",
  "membership.period": "update membership set ended_at = created_at - interval '1 day' where role = 'legal'",
  "membership.programOwner":
    "update person set disabled_at = now() where id in (select person_id from membership where role = 'program_owner')",
  "session.disabledPerson": `insert into identity.session (id, person_id, expires_at) select gen_random_uuid(), id, now() from person limit 1;
    update person set disabled_at = now()`,
  "session.length":
    "insert into identity.session (id, person_id, expires_at) select gen_random_uuid(), id, now() + interval '13 hours' from person limit 1",
  "cover.colleagues": "update cover set cover_id = (select id from person where partner_id is not null limit 1)",
  "scope.lookedAfter": "delete from vendor_scope where ctid = (select min(ctid) from vendor_scope)",
  "partner.manager": "update membership set ended_at = now() where role = 'channel_manager'",
  "partner.domain":
    "update partner set domain = upper(domain) where id = (select min(id::text)::uuid from partner); " +
    "update partner set domain = (select lower(domain) from partner order by id limit 1) where id = (select max(id::text)::uuid from partner)",
  "region.tree": "update region set parent_id = id where id = (select id from region limit 1)",
  "account.isRecognised": "insert into account (id, name, country) values (gen_random_uuid(), 'Unknown', 'DE')",
  "account.keyIsUnique": `alter table account_domain drop constraint account_domain_pkey;
    insert into account_domain select domain, (select id from account where id <> account_id limit 1) from account_domain limit 1`,
  "account.tree": `alter table account drop constraint account_not_its_own_parent; update account set parent_id = id`,
  "import.moments": `insert into import (id, preset, name, status, created_by_name, created_at)
    values (gen_random_uuid(), 'deals', 'deals.csv', 'committed', 'Ann', now())`,
  "import.isListed": `insert into import (id, preset, name, status, created_by_name, created_at)
      values ('00000000-0000-4000-8000-000000000001', 'deals', 'deals.csv', 'committed', 'Ann', now());
    insert into import_row (id, import_id, part, line, cells, state, target_id)
      values (gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'deals', 2, '[]', 'insert', gen_random_uuid())`,
  "import.record": `insert into import (id, preset, name, status, created_by_name, created_at)
      values ('00000000-0000-4000-8000-000000000001', 'deals', 'deals.csv', 'committed', 'Ann', now());
    insert into import_write (import_id, target, record_id, kind)
      values ('00000000-0000-4000-8000-000000000001', 'deal', gen_random_uuid(), 'insert')`,
  "notice.audience": `${notice} and e.partner_id <> p.partner_id limit 1`,
  "notice.delivered": `${notice} limit 1`,
  "notice.mail": `insert into mail (id, person_id, form, due_at, created_at) select gen_random_uuid(), id, 'single', now(), now() from person limit 1;
    ${notice} and p.id <> (select person_id from mail limit 1) limit 1;
    update notice set mail_id = (select id from mail limit 1)`,
  "reference.record":
    "insert into external_reference (target, source, reference, record_id) values ('deal', 'crm', '1', gen_random_uuid())",
};
