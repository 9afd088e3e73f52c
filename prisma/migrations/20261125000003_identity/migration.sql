-- Credentials and sessions.

CREATE TABLE "identity"."credential" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

CREATE TABLE "identity"."session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "identity"."sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "success" BOOLEAN NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "session_person_id_idx" ON "identity"."session"("person_id");

CREATE INDEX "sign_in_attempt_email_at_idx" ON "identity"."sign_in_attempt"("email", "at");

ALTER TABLE "identity"."credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "identity"."session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Read before an actor is known, by a role of its own and through named functions only.

do $$
declare t text;
begin
  foreach t in array array['identity.credential', 'identity.session', 'identity.sign_in_attempt'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    perform entente.add_policy(t::regclass, 'entente_owner', 'true');
    perform entente.add_policy(t::regclass, 'entente_auth', 'true');
    execute format('grant select, insert, update on %s to entente_auth', t);
  end loop;
end $$;
grant usage on schema identity to entente_auth;
grant usage on sequence identity.sign_in_attempt_id_seq to entente_auth;


-- The person who signs in with this e-mail, with the stored hash; no row when there is none or the person is disabled.
create function identity.find_credential(sought text) returns table (person_id uuid, password_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, c.password_hash from person p join identity.credential c on c.person_id = p.id
  where p.email = lower(sought) and p.disabled_at is null
$$;

-- Who is behind a session, as of this request: no row when it ended, expired, or the person is disabled or has no role left.
create function identity.viewer(session uuid, at timestamptz) returns table (
  person_id uuid, name text, email text, title text, partner_id uuid, organisation text, roles text[], shares_deals boolean,
  locale text, zone text, last_seen_at timestamptz, partner_stage text
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.email, p.title, p.partner_id, coalesce(o.name, i.vendor_name), array_agg(m.role order by m.role), coalesce(o.shares_deals, false),
    p.locale, p.zone, s.last_seen_at, o.stage
  from identity.session s
  join person p on p.id = s.person_id and p.disabled_at is null
  join membership m on m.person_id = p.id and m.ended_at is null
  left join partner o on o.id = p.partner_id
  left join installation i on i.id = 1
  where s.id = session and s.ended_at is null and s.expires_at > at
  group by p.id, o.id, i.id, s.id
$$;

-- Sign-in with one click exists only in a demo database; one person per role, the best known first.
create function identity.demo_people() returns table (person_id uuid, email text, name text, title text, role text, organisation text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (m.role) p.id, p.email, p.name, p.title, m.role, coalesce(o.name, i.vendor_name)
  from installation i join membership m on m.ended_at is null join person p on p.id = m.person_id and p.disabled_at is null
  join identity.credential c on c.person_id = p.id
  left join partner o on o.id = p.partner_id
  where i.demo
  order by m.role, c.changed_at, p.email
$$;

grant execute on function identity.find_credential, identity.viewer, identity.demo_people to entente_auth;
