-- Opportunities of the vendor's own sellers, and what is on record when one of them goes on at a protected customer.

ALTER TABLE "direct_opportunity" ADD COLUMN "owner_id" UUID,
ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'crm',
ADD COLUMN "title" TEXT NOT NULL DEFAULT '',
ADD COLUMN "opened_at" TIMESTAMPTZ(3);

CREATE TABLE "breach" (
    "id" UUID NOT NULL,
    "opportunity_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "seller_id" UUID,
    "seller_name" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "found_by" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "policy_version_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "outcome_note" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "direct_opportunity_owner_id_idx" ON "direct_opportunity"("owner_id");

CREATE UNIQUE INDEX "breach_opportunity_id_deal_id_key" ON "breach"("opportunity_id", "deal_id");

CREATE INDEX "breach_partner_id_at_idx" ON "breach"("partner_id", "at");

CREATE INDEX "breach_at_id_idx" ON "breach"("at" DESC, "id");

CREATE INDEX "breach_deal_id_idx" ON "breach"("deal_id");

ALTER TABLE "direct_opportunity" ADD CONSTRAINT "direct_opportunity_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach" ADD CONSTRAINT "breach_opportunity_id_fkey" FOREIGN KEY ("opportunity_id") REFERENCES "direct_opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach" ADD CONSTRAINT "breach_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "breach" ADD CONSTRAINT "breach_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table direct_opportunity add constraint direct_opportunity_origin check (origin in ('crm', 'portal') and (origin = 'crm' or owner_id is not null));

-- Nobody closes what is held against them.
alter table breach
  add constraint breach_found_by check (found_by in ('seller', 'import') and (found_by = 'import' or (seller_id is not null and reason is not null))),
  add constraint breach_outcome check (outcome in ('agreed', 'no_breach', 'breach')),
  add constraint breach_closed check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by_id is null) and (outcome is null or outcome_note <> '')),
  add constraint breach_four_eyes check (seller_id <> closed_by_id);
create index breach_open on breach (at, id) where outcome is null;

-- A seller sees what is the seller's own; whose protection it meets is known to those who look after the partner.
grant select on direct_opportunity to entente_vendor_scoped;
select entente.add_policy('direct_opportunity', 'entente_vendor_scoped', 'owner_id = (select entente.person_id())');
select entente.scope_table('breach', 'vendor', vendor_may => 'select, update');

-- At which of the actor's own opportunities a partner is protected on a day, and who to call: never which partner, for what or until when.
create function entente.protected_opportunities(day date) returns table (opportunity_id uuid, manager_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct o.id, q.channel_manager_id
  from direct_opportunity o join account a on a.id = o.account_id
  join account f on f.id = a.id or f.parent_id = a.id or f.id = a.parent_id or f.parent_id = a.parent_id
  join protection p on p.account_id = f.id and p.role in ('sourcing', 'selling') and lower(p.period) <= day and upper(p.period) > day
  join partner q on q.id = p.partner_id
  where o.owner_id = entente.person_id() and o.is_open
$$;
grant execute on function entente.protected_opportunities to entente_vendor_scoped, entente_vendor_all;

-- The name of the customer of an own opportunity; customers of partners are not for every seller to read.
create function entente.own_opportunities(most integer) returns table (
  id uuid, title text, customer text, country char(2), product_line text, origin text, is_open boolean, opened_at timestamptz, synced_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.title, a.name, a.country, l.name, o.origin, o.is_open, o.opened_at, o.synced_at
  from direct_opportunity o join account a on a.id = o.account_id left join product_line l on l.id = o.product_line_id
  where o.owner_id = entente.person_id()
  order by o.is_open desc, coalesce(o.opened_at, o.synced_at) desc, o.id limit most
$$;
grant execute on function entente.own_opportunities to entente_vendor_scoped, entente_vendor_all;

-- That the CRM says the same again changes nothing an import would have to keep.
create or replace function entente.row_mark(target text, line jsonb) returns text language sql immutable as $$
  select case when target in ('deal', 'partner') then line ->> 'version' else md5((
    select jsonb_object_agg(name, line -> name)::text from unnest(case target
      when 'account' then array['name', 'country', 'tax_id', 'parent_id', 'is_customer']
      when 'account_name' then array['country', 'normalised', 'account_id']
      when 'account_domain' then array['domain', 'account_id']
      when 'account_link' then array['partner_id', 'account_id']
      when 'direct_opportunity' then array['external_id', 'account_id', 'product_line_id', 'owner_name', 'is_open']
      when 'external_reference' then array['target', 'source', 'reference', 'record_id']
      when 'membership' then array['person_id', 'partner_id', 'role', 'region_id', 'ended_at']
      when 'person' then array['partner_id', 'email', 'name', 'title', 'locale', 'zone', 'is_contact', 'disabled_at']
      when 'product_line' then array['code', 'name', 'active']
      when 'region' then array['parent_id', 'code', 'name']
      else array(select k from jsonb_object_keys(line) k order by k)
    end) name)) end
$$;
