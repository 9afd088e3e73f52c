-- People are invited, and set a password of their own through a link that opens once.

alter table person add column phone text not null default '';

CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "partner_id" UUID,
    "region_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "roles" TEXT[],
    "locale" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "invitation_partner_id_idx" ON "invitation"("partner_id");

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table invitation
  add constraint invitation_email_lower_case check (email = lower(email) and email like '%_@_%'),
  add constraint invitation_roles check (cardinality(roles) > 0 and (
    (partner_id is null and roles <@ array['administrator', 'program_owner', 'channel_manager', 'direct_seller', 'finance', 'marketing', 'executive', 'legal'])
    or (partner_id is not null and roles <@ array['partner_admin', 'partner_sales', 'partner_marketing', 'partner_technical']))),
  add constraint invitation_ended_once check (num_nonnulls(accepted_at, withdrawn_at) <= 1),
  add constraint invitation_accepted check ((accepted_at is null) = (accepted_by_id is null)),
  add constraint invitation_expires check (expires_at > sent_at);
-- One address is invited once to one organisation.
create unique index invitation_open on invitation (partner_id, email) nulls not distinct where accepted_at is null and withdrawn_at is null;

select entente.scope_table('invitation', 'partner', deals => false);

-- A mail may go to somebody who is nobody's colleague yet, with a link that is signed when it is sent and stored nowhere.
alter table mail alter column person_id drop not null;
alter table mail add column "link_purpose" TEXT, add column "link_value" TEXT;
alter table mail
  add constraint mail_link check ((link_purpose is null) = (link_value is null)),
  add constraint mail_recipient check (person_id is not null or link_value is not null);

CREATE TABLE "identity"."password_reset" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "password_reset_person_id_idx" ON "identity"."password_reset"("person_id");

ALTER TABLE "identity"."password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

do $$ begin
  alter table identity.password_reset enable row level security;
  alter table identity.password_reset force row level security;
  perform entente.add_policy('identity.password_reset'::regclass, 'entente_owner', 'true');
end $$;

grant usage on schema identity to entente_system;

-- Opens a reset for who signs in with an address; nothing for an unknown one, and at most three in an hour.
create function identity.open_reset(reset uuid, sought text, at timestamptz, until timestamptz) returns table (person_id uuid, partner_id uuid)
language sql security definer set search_path = public, pg_temp as $$
  with who as (
    select p.id, p.partner_id from person p join identity.credential c on c.person_id = p.id
    where p.email = lower(sought) and p.disabled_at is null
      and exists (select from membership m where m.person_id = p.id and m.ended_at is null)
      and (select count(*) from identity.password_reset r where r.person_id = p.id and r.created_at > at - interval '1 hour') < 3
  ), opened as (
    insert into identity.password_reset (id, person_id, created_at, expires_at) select reset, id, at, until from who returning person_id
  )
  select w.id, w.partner_id from who w join opened o on o.person_id = w.id
$$;

-- Whom a reset is for while it can still be used.
create function identity.reset_of(reset uuid, at timestamptz) returns table (person_id uuid, partner_id uuid, name text, email text, locale text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.partner_id, p.name, p.email, p.locale from identity.password_reset r join person p on p.id = r.person_id
  where r.id = reset and r.used_at is null and r.expires_at > at and p.disabled_at is null
$$;

-- Uses it up; true for exactly one caller. Every other one of the same person ends with it.
create function identity.use_reset(reset uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid;
begin
  update identity.password_reset set used_at = at where id = reset and used_at is null and expires_at > at returning person_id into who;
  if who is null then return false; end if;
  update identity.password_reset set used_at = at where person_id = who and used_at is null;
  return true;
end $$;

-- The only way to a password for what runs in a transaction of the product; it never reads one.
create function identity.set_password(person uuid, hash text, at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into identity.credential (person_id, password_hash, changed_at) values (person, hash, at)
  on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
$$;

create function identity.has_password(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from identity.credential c where c.person_id = person)
$$;

-- Ends the sessions of a person, all but one that is kept.
create function identity.end_sessions(person uuid, kept uuid, at timestamptz) returns integer
language sql security definer set search_path = public, pg_temp as $$
  with ended as (
    update identity.session set ended_at = greatest(at, created_at)
    where person_id = person and ended_at is null and id is distinct from kept returning 1
  )
  select count(*)::int from ended
$$;

grant execute on function identity.open_reset, identity.reset_of, identity.use_reset, identity.set_password, identity.has_password,
  identity.end_sessions to entente_system;

create or replace function identity.demo_mails(most int) returns table (
  id uuid, recipient text, email text, form text, state text, due_at timestamptz, sent_at timestamptz, message_id text, locale text,
  subject text, html text, body text, headers jsonb, notices int
) language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, coalesce(p.name, m.recipient ->> 'name', ''), coalesce(p.email, m.recipient ->> 'address', ''), m.form, m.state, m.due_at,
    m.sent_at, m.message_id, m.locale, m.subject, m.html, m.text, m.headers,
    (select count(*)::int from notice n where n.mail_id = m.id)
  from installation i cross join mail m left join person p on p.id = m.person_id
  where i.demo order by m.id desc limit most
$$;
