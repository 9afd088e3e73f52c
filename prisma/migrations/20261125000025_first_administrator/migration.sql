-- The one-time link by which the first administrator comes into an empty installation.

CREATE TABLE "identity"."first_administrator" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "token_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "first_administrator_pkey" PRIMARY KEY ("id")
);

alter table identity.first_administrator add constraint first_administrator_single_row check (id = 1);
alter table identity.first_administrator enable row level security;
alter table identity.first_administrator force row level security;
select entente.add_policy('identity.first_administrator', 'entente_owner', 'true');

-- Whether nobody has ever worked in this database.
create function identity.is_empty() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from installation) and not exists (select from person)
$$;

-- Whether a link still leads somewhere.
create function identity.knows_first_link(hash bytea, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select identity.is_empty() and exists (
    select from identity.first_administrator f where f.token_hash = hash and f.used_at is null and f.expires_at > at)
$$;

-- Makes the installation and its first person with all roles one needs to begin, once; false where the link leads nowhere.
-- The rows come from whoever holds the link, so nothing here trusts more than their shape, which constraints check.
create function identity.begin_installation(
  hash bytea, at timestamptz, person uuid, calendar uuid, event uuid, memberships uuid[],
  vendor text, person_name text, address text, password_hash text, language text, zone_name text
) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update identity.first_administrator f set used_at = at
    where f.token_hash = hash and f.used_at is null and f.expires_at > at and identity.is_empty();
  if not found then return false; end if;
  insert into installation (id, vendor_name, reporting_currency, locale, zone, created_at)
    values (1, vendor, 'EUR', language, zone_name, at);
  insert into business_calendar (id, name, is_default, zone, hours, holidays) values (calendar, vendor, true, zone_name,
    '{"1": ["09:00", "17:00"], "2": ["09:00", "17:00"], "3": ["09:00", "17:00"], "4": ["09:00", "17:00"], "5": ["09:00", "17:00"], "6": null, "7": null}', '{}');
  insert into person (id, email, name, locale, zone, is_contact, created_at)
    values (person, lower(address), person_name, language, zone_name, true, at);
  insert into membership (id, person_id, role, created_at)
    select m.id, person, m.role, at
    from unnest(memberships, array['administrator', 'program_owner', 'channel_manager']) m (id, role);
  insert into identity.credential (person_id, password_hash, changed_at) values (person, password_hash, at);
  insert into event (id, at, type, subject_kind, subject_id, audience, actor_kind, actor_id, actor_name, actor_side, data)
    values (event, at, 'vendor.installationBegun', 'installation', '00000000-0000-4000-8000-000000000001', 'vendor',
      'person', person, person_name, 'vendor', jsonb_build_object('vendorName', vendor));
  return true;
end $$;

grant execute on function identity.is_empty, identity.knows_first_link, identity.begin_installation to entente_auth;
