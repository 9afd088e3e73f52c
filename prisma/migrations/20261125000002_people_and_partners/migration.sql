-- Partners, people and what the installation is set to.

CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "vendor_name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "reporting_currency" CHAR(3) NOT NULL,
    "fiscal_start_month" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "product_line" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "product_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "exchange_rate" (
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "per_euro" DECIMAL(20,8) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("currency","day")
);

CREATE TABLE "business_calendar" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "zone" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "holidays" DATE[],

    CONSTRAINT "business_calendar_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "trading_name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "tax_id" TEXT,
    "country" CHAR(2) NOT NULL,
    "region_id" UUID NOT NULL,
    "types" TEXT[],
    "stage" TEXT NOT NULL DEFAULT 'active',
    "tier" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "agreement_date" DATE,
    "channel_manager_id" UUID,
    "shares_deals" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "partner_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "is_contact" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "partner_id" UUID,
    "role" TEXT NOT NULL,
    "region_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "cover" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "cover_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "cover_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "vendor_scope" (
    "person_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "reads_deals" BOOLEAN NOT NULL,

    CONSTRAINT "vendor_scope_pkey" PRIMARY KEY ("person_id","partner_id")
);

CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

CREATE UNIQUE INDEX "product_line_code_key" ON "product_line"("code");

CREATE UNIQUE INDEX "partner_domain_key" ON "partner"("domain");

CREATE INDEX "partner_region_id_idx" ON "partner"("region_id");

CREATE INDEX "partner_channel_manager_id_idx" ON "partner"("channel_manager_id");

CREATE INDEX "partner_name_id_idx" ON "partner"("name", "id");

CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

CREATE INDEX "person_partner_id_idx" ON "person"("partner_id");

CREATE INDEX "membership_partner_id_idx" ON "membership"("partner_id");

CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

CREATE INDEX "cover_person_id_idx" ON "cover"("person_id");

CREATE INDEX "cover_cover_id_idx" ON "cover"("cover_id");

CREATE INDEX "vendor_scope_partner_id_idx" ON "vendor_scope"("partner_id");

ALTER TABLE "region" ADD CONSTRAINT "region_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "partner" ADD CONSTRAINT "partner_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "partner" ADD CONSTRAINT "partner_channel_manager_id_fkey" FOREIGN KEY ("channel_manager_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "person" ADD CONSTRAINT "person_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "membership" ADD CONSTRAINT "membership_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "membership" ADD CONSTRAINT "membership_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "cover" ADD CONSTRAINT "cover_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "cover" ADD CONSTRAINT "cover_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table installation add constraint installation_single_row check (id = 1),
  add constraint installation_fiscal_month check (fiscal_start_month between 1 and 12);
alter table person add constraint person_email_lower_case check (email = lower(email) and email like '%_@_%');
alter table membership add constraint membership_role check (
  (partner_id is null and role in ('administrator', 'program_owner', 'channel_manager', 'direct_seller', 'finance', 'marketing', 'executive', 'legal'))
  or (partner_id is not null and role in ('partner_admin', 'partner_sales', 'partner_marketing', 'partner_technical')));
create unique index membership_current on membership (person_id, role) where ended_at is null;
alter table cover add constraint cover_dates check (starts_on <= ends_on), add constraint cover_other_person check (person_id <> cover_id);
alter table partner add constraint partner_stage check (
  stage in ('prospect', 'applied', 'vetting', 'onboarding', 'active', 'offboarding', 'former', 'declined', 'suspended'));
alter table partner add constraint partner_types check (
  cardinality(types) > 0 and types <@ array['reseller', 'distributor', 'system_integrator', 'isv', 'msp', 'referral', 'influencer']);
alter table exchange_rate add constraint exchange_rate_positive check (per_euro > 0);
create unique index business_calendar_one_default on business_calendar (is_default) where is_default;

-- The scope table comes first: the other policies read it.
select entente.scope_table('vendor_scope', 'system');
grant select on vendor_scope to entente_vendor_scoped;
select entente.add_policy('vendor_scope', 'entente_vendor_scoped', 'person_id = (select entente.person_id())');

select entente.scope_table(t, 'shared') from unnest(array['installation', 'region', 'product_line', 'exchange_rate', 'business_calendar']::regclass[]) t;
select entente.scope_table('partner', 'partner', 'select', 'select, update', key => 'id', deals => false);
select entente.scope_table('person', 'partner', 'select', 'select', deals => false);
select entente.scope_table('membership', 'partner', 'select', 'select', deals => false);
select entente.scope_table('cover', 'system');

-- The vendor's people: contacts are known to partners, all are known to colleagues.
create policy vendor_contact on person for select to entente_partner using (partner_id is null and is_contact);
create policy vendor_contact_own on person for select to entente_partner_own using (partner_id is null and is_contact);
create policy vendor_colleague on person for select to entente_vendor_scoped using (partner_id is null);
create policy vendor_colleague on membership for select to entente_vendor_scoped using (partner_id is null);
grant select on cover to entente_vendor_all, entente_vendor_scoped, entente_partner, entente_partner_own;
select entente.add_policy('cover', reader, 'true') from unnest(array['entente_partner', 'entente_partner_own', 'entente_vendor_all', 'entente_vendor_scoped']) reader;

-- Who looks after which partner: territory, assignment, cover. Set-based, so that ten thousand partners are one statement.
create function entente.rebuild_vendor_scope() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  create temporary table if not exists wanted_scope (person_id uuid, partner_id uuid, reads_deals boolean) on commit drop;
  delete from wanted_scope;
  insert into wanted_scope
  with recursive tree (root, id) as (
    select id, id from region union all select t.root, r.id from region r join tree t on r.parent_id = t.id
  ), direct as (
    select m.person_id, p.id as partner_id, true as reads_deals from membership m join partner p on p.channel_manager_id = m.person_id
      where m.role = 'channel_manager' and m.ended_at is null
    union
    select m.person_id, p.id, true from membership m join tree t on t.root = m.region_id join partner p on p.region_id = t.id
      where m.role = 'channel_manager' and m.ended_at is null
    union
    select m.person_id, p.id, false from membership m cross join partner p
      where m.role in ('marketing', 'legal', 'direct_seller') and m.ended_at is null
  ), everything as (
    select * from direct
    union
    select c.cover_id, d.partner_id, d.reads_deals from cover c join direct d on d.person_id = c.person_id
      where current_date between c.starts_on and c.ends_on
  )
  select person_id, partner_id, bool_or(reads_deals) from everything group by 1, 2;

  delete from vendor_scope v where not exists (
    select 1 from wanted_scope w where w.person_id = v.person_id and w.partner_id = v.partner_id);
  insert into vendor_scope select * from wanted_scope
    on conflict (person_id, partner_id) do update set reads_deals = excluded.reads_deals
    where vendor_scope.reads_deals is distinct from excluded.reads_deals;
end $$;

grant execute on function entente.rebuild_vendor_scope to entente_system;

create function entente.keep_vendor_scope() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform entente.rebuild_vendor_scope();
  return null;
end $$;

create trigger keep_vendor_scope after insert or delete or update of region_id, channel_manager_id on partner
  for each statement execute function entente.keep_vendor_scope();
create trigger keep_vendor_scope after insert or delete or update on membership for each statement execute function entente.keep_vendor_scope();
create trigger keep_vendor_scope after insert or delete or update on cover for each statement execute function entente.keep_vendor_scope();
create trigger keep_vendor_scope after insert or delete or update on region for each statement execute function entente.keep_vendor_scope();
