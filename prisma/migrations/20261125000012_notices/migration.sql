-- Who is told of what happens: the delivery of events, the inbox, what a person wants to be told, and mail.

CREATE TABLE "event_delivery" (
    "event_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "event_delivery_pkey" PRIMARY KEY ("event_id")
);

CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "partner_id" UUID,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "params" JSONB NOT NULL,
    "listed" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mail_id" UUID,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notice_preference" (
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "inbox" BOOLEAN NOT NULL,
    "mail" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("person_id","kind")
);

CREATE TABLE "notice_hours" (
    "person_id" UUID NOT NULL,
    "quiet_from" TEXT,
    "quiet_until" TEXT,
    "digest_at" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_hours_pkey" PRIMARY KEY ("person_id")
);

CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "message_id" TEXT,
    "locale" TEXT,
    "recipient" JSONB,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "notice_event_id_person_id_key" ON "notice"("event_id", "person_id");

CREATE INDEX "notice_person_id_id_idx" ON "notice"("person_id", "id" DESC);

CREATE INDEX "notice_mail_id_idx" ON "notice"("mail_id");

CREATE UNIQUE INDEX "mail_message_id_key" ON "mail"("message_id");

ALTER TABLE "event_delivery" ADD CONSTRAINT "event_delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice" ADD CONSTRAINT "notice_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice" ADD CONSTRAINT "notice_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice_hours" ADD CONSTRAINT "notice_hours_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table event_delivery
  add constraint event_delivery_state check (state in ('waiting', 'delivered', 'failed')),
  add constraint event_delivery_ended check ((state = 'waiting') = (ended_at is null));
create index event_delivery_waiting on event_delivery (due_at) where state = 'waiting';

alter table notice_preference add constraint notice_preference_mail check (mail in ('at_once', 'digest', 'off'));
alter table notice_hours
  add constraint notice_hours_quiet check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until),
  add constraint notice_hours_times check (
    digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$' and quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$' and quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$');
create index notice_unread on notice (person_id, id desc) where read_at is null and listed;

alter table mail
  add constraint mail_form check (form in ('single', 'digest')),
  add constraint mail_state check (state in ('queued', 'sending', 'sent', 'failed', 'skipped')),
  add constraint mail_claimed check (state not in ('sending', 'sent') or claimed_at is not null),
  add constraint mail_sent check ((state = 'sent') = (sent_at is not null)),
  add constraint mail_is_composed check (claimed_at is null or (
    message_id is not null and locale is not null and recipient is not null and subject is not null and html is not null and text is not null));
-- What comes together goes into one mail.
create unique index mail_collecting on mail (person_id, due_at) where form = 'digest' and state = 'queued' and claimed_at is null;
create index mail_due on mail (due_at) where state in ('queued', 'sending');

-- A row of the audience self belongs to a person in an organisation: who moves to another one leaves it behind.
--   self     the person of the row
create or replace function entente.scope_table(
  target regclass, audience text, partner_may text default 'select', vendor_may text default 'select',
  key text default 'partner_id', own text default null, deals boolean default true
) returns void language plpgsql as $$
declare
  looked_after text := format(
    '%I = any (array(select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id())%s))',
    key, case when deals then ' and s.reads_deals' else '' end);
  of_partner text := format('%I = (select entente.partner_id())', key);
  internal text := '(select entente.reads_internal())';
  linked_to_partner text := 'id = any (array(select l.account_id from public.account_link l where l.partner_id = (select entente.partner_id())))';
  linked_to_scope text := 'id = any (array(select l.account_id from public.account_link l where l.partner_id = any (array(
    select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id()) and s.reads_deals))))';
  of_person text := 'person_id = (select entente.person_id())';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  perform entente.add_policy(target, 'entente_owner', 'true');
  perform entente.add_policy(target, 'entente_system', 'true');
  execute format('grant select, insert, update on %s to entente_system', target);

  case audience
    when 'shared' then
      execute format('grant select on %s to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped', target);
      perform entente.add_policy(target, reader, 'true')
        from unnest(array['entente_partner', 'entente_partner_own', 'entente_vendor_all', 'entente_vendor_scoped']) reader;
    when 'partner' then
      execute format('grant %s on %s to entente_partner, entente_partner_own', partner_may, target);
      execute format('grant %s on %s to entente_vendor_all, entente_vendor_scoped', vendor_may, target);
      perform entente.add_policy(target, 'entente_partner', of_partner);
      perform entente.add_policy(target, 'entente_partner_own', coalesce(own, of_partner));
      perform entente.add_policy(target, 'entente_vendor_all', 'true');
      perform entente.add_policy(target, 'entente_vendor_scoped', looked_after);
    when 'vendor' then
      execute format('grant %s on %s to entente_vendor_all, entente_vendor_scoped', vendor_may, target);
      perform entente.add_policy(target, 'entente_vendor_all', internal);
      perform entente.add_policy(target, 'entente_vendor_scoped', looked_after);
    when 'linked' then
      execute format('grant select on %s to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped', target);
      perform entente.add_policy(target, 'entente_partner', linked_to_partner);
      perform entente.add_policy(target, 'entente_partner_own', linked_to_partner);
      perform entente.add_policy(target, 'entente_vendor_all', 'true');
      perform entente.add_policy(target, 'entente_vendor_scoped', linked_to_scope);
    when 'self' then
      execute format('grant %s on %s to entente_partner, entente_partner_own', partner_may, target);
      execute format('grant %s on %s to entente_vendor_all, entente_vendor_scoped', vendor_may, target);
      perform entente.add_policy(target, reader, of_person)
        from unnest(array['entente_partner', 'entente_partner_own', 'entente_vendor_all', 'entente_vendor_scoped']) reader;
    when 'system' then
      null;
    else
      raise exception 'unknown audience % for %', audience, target;
  end case;
end $$;

select entente.scope_table(t, 'system') from unnest(array['event_delivery', 'mail']::regclass[]) t;
select entente.scope_table(t, 'self', 'select, insert, update', 'select, insert, update')
  from unnest(array['notice_preference', 'notice_hours']::regclass[]) t;
select entente.scope_table('notice', 'self', 'select, update (read_at)', 'select, update (read_at)');

-- Who moves to another organisation leaves behind what was told in the old one.
alter policy entente_partner on notice
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_partner_own on notice
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_vendor_all on notice using (person_id = (select entente.person_id()) and partner_id is null);
alter policy entente_vendor_scoped on notice using (person_id = (select entente.person_id()) and partner_id is null);

-- What happens in the product waits for its delivery in the transaction that did it. What seeds and imports write is history: their
-- events say so themselves, or are written by the owner of the tables.
create function entente.deliver_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into event_delivery (event_id, due_at) values (new.id, least(new.at, now()));
  return null;
end $$;
create trigger deliver_event after insert on event for each row
  when (not new.historic and current_user in ('entente_partner', 'entente_partner_own', 'entente_vendor_all', 'entente_vendor_scoped', 'entente_system'))
  execute function entente.deliver_event();

-- How much mail waits or could not be sent, for who runs the system.
create function entente.mail_standing() returns table (waiting int, since timestamptz, failed int)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) filter (where state <> 'failed')::int, min(due_at) filter (where state <> 'failed'), count(*) filter (where state = 'failed')::int
  from mail where state = 'failed' or state in ('queued', 'sending') and due_at < now() - interval '5 minutes'
$$;
grant execute on function entente.mail_standing to entente_vendor_all, entente_system;

-- Every mail of a demo program, for the page that stands in for everybody's mailbox; nothing in any other database.
create function identity.demo_mails(most int) returns table (
  id uuid, recipient text, email text, form text, state text, due_at timestamptz, sent_at timestamptz, message_id text, locale text,
  subject text, html text, body text, headers jsonb, notices int
) language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, p.name, p.email, m.form, m.state, m.due_at, m.sent_at, m.message_id, m.locale, m.subject, m.html, m.text, m.headers,
    (select count(*)::int from notice n where n.mail_id = m.id)
  from installation i cross join mail m join person p on p.id = m.person_id
  where i.demo order by m.id desc limit most
$$;
grant execute on function identity.demo_mails to entente_auth;

-- Who is asked for a second opinion is told so by the system.
grant execute on function entente.deciders_of to entente_system;
