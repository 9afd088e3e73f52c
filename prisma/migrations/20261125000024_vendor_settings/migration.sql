-- What the vendor sets: look, regions, territories, product lines, calendars, where rates come from, and how far the setup is.

ALTER TABLE "installation" ADD COLUMN "accent" TEXT, ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "region" ADD COLUMN "retired_at" TIMESTAMPTZ(3), ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "product_line" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "business_calendar" ADD COLUMN "region_id" UUID, ADD COLUMN "holiday_names" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "retired_at" TIMESTAMPTZ(3), ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "exchange_rate" ADD COLUMN "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "vendor_logo" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "image" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vendor_logo_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "territory" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "countries" TEXT[],
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "territory_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "territory_grant" (
    "id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "territory_grant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rate_feed" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "daily" BOOLEAN NOT NULL DEFAULT false,
    "tried_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "rate_feed_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "setup_step" (
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "setup_step_pkey" PRIMARY KEY ("step")
);

CREATE INDEX "territory_grant_partner_id_idx" ON "territory_grant"("partner_id");

CREATE INDEX "territory_grant_territory_id_idx" ON "territory_grant"("territory_id");

CREATE INDEX "business_calendar_region_id_idx" ON "business_calendar"("region_id");

ALTER TABLE "business_calendar" ADD CONSTRAINT "business_calendar_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "territory_grant" ADD CONSTRAINT "territory_grant_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "territory_grant" ADD CONSTRAINT "territory_grant_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table installation add constraint installation_accent check (accent ~ '^#[0-9a-f]{6}$');
alter table vendor_logo add constraint vendor_logo_single_row check (id = 1),
  add constraint vendor_logo_small check (octet_length(image) <= 262144);
alter table business_calendar
  add constraint business_calendar_default_is_everywhere check (not (is_default and (region_id is not null or retired_at is not null)));
create unique index business_calendar_one_per_region on business_calendar (region_id) where retired_at is null;
create unique index territory_name on territory (lower(name)) where retired_at is null;
create unique index territory_grant_current on territory_grant (territory_id, partner_id) where ended_at is null;
alter table rate_feed add constraint rate_feed_single_row check (id = 1);
alter table setup_step add constraint setup_step_state check (state in ('done', 'skipped', 'open'));

select entente.scope_table(t, 'shared') from unnest(array['vendor_logo', 'territory', 'rate_feed']::regclass[]) t;
select entente.scope_table('territory_grant', 'partner', deals => false);

-- How far the setup is concerns who runs the system, and nobody's partner.
select entente.scope_table('setup_step', 'system');
grant select on setup_step to entente_vendor_all;
select entente.add_policy('setup_step', 'entente_vendor_all', 'true');

-- No region lies below itself, whoever writes at the same moment.
create function entente.keep_region_tree() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(72707373);
  if exists (
    with recursive above (id, parent_id) as (
      select r.id, r.parent_id from region r where r.id = new.parent_id
      union select r.id, r.parent_id from region r join above a on r.id = a.parent_id
    ) select 1 from above where id = new.id) then
    raise exception 'a region cannot lie below itself' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger keep_region_tree after insert or update of parent_id on region
  for each row when (new.parent_id is not null) execute function entente.keep_region_tree();

-- How the product looks before anybody has signed in.
create function identity.brand() returns table (vendor_name text, accent text, logo text, logo_width int, logo_height int)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.vendor_name, i.accent, l.digest, l.width, l.height
  from installation i left join vendor_logo l on l.removed_at is null where i.id = 1
$$;
create function identity.logo() returns table (image bytea, digest text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.image, l.digest from vendor_logo l where l.removed_at is null
$$;
grant execute on function identity.brand, identity.logo to entente_auth;
