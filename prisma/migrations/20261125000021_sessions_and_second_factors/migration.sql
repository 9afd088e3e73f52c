-- Sessions say where they are and when their person last proved who they are; a second factor stands beside the password.

alter table identity.session
  add column "user_agent" TEXT NOT NULL DEFAULT '',
  add column "proved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  add column "viewed_partner_id" UUID;
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_viewed_partner_id_fkey" FOREIGN KEY ("viewed_partner_id") REFERENCES "partner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table identity.sign_in_attempt
  add column "kind" TEXT NOT NULL DEFAULT 'password',
  add column "address" TEXT NOT NULL DEFAULT '';
alter table identity.sign_in_attempt add constraint sign_in_attempt_kind check (kind in ('password', 'reset', 'proof'));
CREATE INDEX "sign_in_attempt_address_at_idx" ON "identity"."sign_in_attempt"("address", "at");

alter table installation
  add column "second_factor_required" BOOLEAN NOT NULL DEFAULT true,
  add column "idle_minutes" INTEGER NOT NULL DEFAULT 480,
  add column "strict_idle_minutes" INTEGER NOT NULL DEFAULT 30;
alter table installation add constraint installation_idle check (
  idle_minutes between 5 and 720 and strict_idle_minutes between 5 and 720);
-- Nobody is locked out of what was set up before there was a second factor.
update installation set second_factor_required = false;

CREATE TABLE "identity"."second_factor" (
    "person_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);

CREATE TABLE "identity"."recovery_code" (
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id","code_hash")
);

ALTER TABLE "identity"."second_factor" ADD CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "identity"."recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

do $$
declare t text;
begin
  foreach t in array array['identity.second_factor', 'identity.recovery_code'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    perform entente.add_policy(t::regclass, 'entente_owner', 'true');
  end loop;
end $$;

-- A secret that is begun and not confirmed counts for nothing; beginning again forgets it. A confirmed one stays.
create function identity.begin_second_factor(person uuid, sealed text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into identity.second_factor (person_id, secret, created_at) values (person, sealed, at)
    on conflict (person_id) do update set secret = excluded.secret, created_at = excluded.created_at
    where identity.second_factor.confirmed_at is null;
  return found;
end $$;

-- The sealed secret: without the key of the application it opens nothing.
create function identity.second_factor_of(person uuid) returns table (secret text, confirmed boolean, codes_left integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.secret, f.confirmed_at is not null,
    (select count(*)::int from identity.recovery_code c where c.person_id = f.person_id and c.used_at is null)
  from identity.second_factor f where f.person_id = person
$$;

-- Takes a code of a step once: true for exactly one caller, and never for an earlier step.
create function identity.use_step(person uuid, step bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update identity.second_factor set last_step = step where person_id = person and last_step < step;
  return found;
end $$;

create function identity.confirm_second_factor(person uuid, codes text[], at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update identity.second_factor set confirmed_at = coalesce(confirmed_at, at) where person_id = person;
  delete from identity.recovery_code where person_id = person;
  insert into identity.recovery_code (person_id, code_hash, created_at) select person, code, at from unnest(codes) code;
end $$;

create function identity.use_recovery_code(person uuid, code text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update identity.recovery_code set used_at = at where person_id = person and code_hash = code and used_at is null;
  return found;
end $$;

create function identity.remove_second_factor(person uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from identity.recovery_code where person_id = person;
  delete from identity.second_factor where person_id = person and confirmed_at is not null;
  return found;
end $$;

grant execute on function identity.begin_second_factor, identity.second_factor_of, identity.use_step, identity.confirm_second_factor,
  identity.use_recovery_code, identity.remove_second_factor to entente_system;
grant execute on function identity.second_factor_of, identity.use_step, identity.use_recovery_code to entente_auth;

-- Whether an action may still write: the session goes on, and its person may sign in. Who ends either waits for the action.
create function identity.holds(session uuid, person uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from identity.session s join person p on p.id = s.person_id
    where s.id = session and s.person_id = person and s.ended_at is null and s.expires_at > at and p.disabled_at is null
    for share of s, p;
  return found;
end $$;

-- The reader's own sessions that go on, the newest first.
create function identity.own_sessions(at timestamptz) returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, user_agent text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.created_at, s.last_seen_at, s.user_agent from identity.session s
  where s.person_id = entente.person_id() and s.ended_at is null and s.expires_at > at
  order by s.last_seen_at desc, s.id desc limit 50
$$;

grant usage on schema identity to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped;
grant execute on function identity.holds, identity.own_sessions
  to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped;

-- Which partner a session looks at as the partner sees it; null for none.
create function identity.look_at(looking uuid, person uuid, partner uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update identity.session s set viewed_partner_id = partner where s.id = looking and s.person_id = person and s.ended_at is null;
  return found;
end $$;
grant execute on function identity.look_at to entente_system;

-- Who is behind a session, as of this request: no row when it ended, expired, or the person is disabled or has no role left.
drop function identity.viewer(uuid, timestamptz);
create function identity.viewer(session uuid, at timestamptz) returns table (
  person_id uuid, name text, email text, title text, partner_id uuid, organisation text, roles text[], shares_deals boolean,
  locale text, zone text, last_seen_at timestamptz, partner_stage text, proved_at timestamptz, has_second_factor boolean,
  second_factor_required boolean, idle_minutes integer, strict_idle_minutes integer, stands_in_for uuid[],
  viewed_partner_id uuid, viewed_partner text, viewed_in_care boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.email, p.title, p.partner_id, coalesce(o.name, i.vendor_name), array_agg(m.role order by m.role), coalesce(o.shares_deals, false),
    p.locale, p.zone, s.last_seen_at, o.stage, s.proved_at,
    exists (select from identity.second_factor f where f.person_id = p.id and f.confirmed_at is not null),
    coalesce(i.second_factor_required, false), coalesce(i.idle_minutes, 480), coalesce(i.strict_idle_minutes, 30),
    array(select c.person_id from cover c where c.cover_id = p.id and (at at time zone coalesce(i.zone, 'UTC'))::date between c.starts_on and c.ends_on),
    v.id, v.trading_name, exists (select from vendor_scope w where w.person_id = p.id and w.partner_id = v.id)
  from identity.session s
  join person p on p.id = s.person_id and p.disabled_at is null
  join membership m on m.person_id = p.id and m.ended_at is null and m.partner_id is not distinct from p.partner_id
  left join partner o on o.id = p.partner_id
  left join partner v on v.id = s.viewed_partner_id
  left join installation i on i.id = 1
  where s.id = session and s.ended_at is null and s.expires_at > at
  group by p.id, o.id, i.id, s.id, v.id
$$;
grant execute on function identity.viewer to entente_auth;

-- The link for a new password says until when it opens, in the reader's zone.
drop function identity.reset_of(uuid, timestamptz);
create function identity.reset_of(reset uuid, at timestamptz) returns table (
  person_id uuid, partner_id uuid, name text, email text, locale text, zone text, expires_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.partner_id, p.name, p.email, p.locale, p.zone, r.expires_at from identity.password_reset r join person p on p.id = r.person_id
  where r.id = reset and r.used_at is null and r.expires_at > at and p.disabled_at is null
$$;
grant execute on function identity.reset_of to entente_system;

-- Who is invited is the business of who manages people, and of nobody who only knows the partner.
alter policy entente_vendor_scoped on invitation using (partner_id = any (array(
  select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id()) and s.reads_deals)))
  with check (partner_id = any (array(
  select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id()) and s.reads_deals)));

-- What somebody does about themselves is on record too, where no partner's row stands behind it.
create policy own_act on event for insert to entente_vendor_scoped
  with check (partner_id is null and actor_id = (select entente.person_id()) and subject_kind = 'person');
create policy own_act_of_partner on event for insert to entente_partner_own
  with check (partner_id = (select entente.partner_id()) and actor_id = (select entente.person_id()) and subject_kind = 'person');
