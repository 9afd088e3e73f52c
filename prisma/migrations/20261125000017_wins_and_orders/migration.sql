-- Who reported a win does not confirm it, and an order in the vendor's books can confirm it instead of a person.

ALTER TABLE "deal" ADD COLUMN "win_reported_by_id" UUID;

CREATE TABLE "revenue_line" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "order_reference" TEXT NOT NULL,
    "deal_reference" TEXT,
    "partner_id" UUID,
    "account_id" UUID,
    "product_line_id" UUID,
    "booked_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'new',
    "deal_id" UUID,
    "matched_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revenue_line_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "revenue_line_source_external_id_key" ON "revenue_line"("source", "external_id");

CREATE INDEX "revenue_line_partner_id_booked_on_idx" ON "revenue_line"("partner_id", "booked_on");

CREATE INDEX "revenue_line_deal_id_idx" ON "revenue_line"("deal_id");

CREATE INDEX "revenue_line_account_id_idx" ON "revenue_line"("account_id");

ALTER TABLE "revenue_line" ADD CONSTRAINT "revenue_line_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "revenue_line" ADD CONSTRAINT "revenue_line_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "revenue_line" ADD CONSTRAINT "revenue_line_product_line_id_fkey" FOREIGN KEY ("product_line_id") REFERENCES "product_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "revenue_line" ADD CONSTRAINT "revenue_line_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table deal add constraint deal_win_four_eyes check (win_confirmed_by_id <> win_reported_by_id);
create index deal_reported on deal (win_reported_at, id) where win_reported_at is not null and win_confirmed_at is null;

alter table revenue_line
  add constraint revenue_line_kind check (kind in ('new', 'renewal', 'expansion', 'contraction', 'churn')),
  add constraint revenue_line_amount check (amount <> 0),
  add constraint revenue_line_matched check ((deal_id is null) = (matched_at is null));
create index revenue_line_order on revenue_line (lower(order_reference)) where deal_id is null;
create index revenue_line_deal_reference on revenue_line (lower(deal_reference)) where deal_id is null;

select entente.scope_table('revenue_line', 'partner', own => 'exists (select 1 from deal d where d.id = deal_id)');

-- What an import wrote is told by all of its columns, where no shorter list of them says enough.
create or replace function entente.row_mark(target text, line jsonb) returns text language sql immutable as $$
  select case when target in ('deal', 'partner') then line ->> 'version' else md5((
    select jsonb_object_agg(name, line -> name)::text from unnest(case target
      when 'account' then array['name', 'country', 'tax_id', 'parent_id', 'is_customer']
      when 'account_name' then array['country', 'normalised', 'account_id']
      when 'account_domain' then array['domain', 'account_id']
      when 'account_link' then array['partner_id', 'account_id']
      when 'direct_opportunity' then array['external_id', 'account_id', 'product_line_id', 'owner_name', 'is_open', 'synced_at']
      when 'external_reference' then array['target', 'source', 'reference', 'record_id']
      when 'membership' then array['person_id', 'partner_id', 'role', 'region_id', 'ended_at']
      when 'person' then array['partner_id', 'email', 'name', 'title', 'locale', 'zone', 'is_contact', 'disabled_at']
      when 'product_line' then array['code', 'name', 'active']
      when 'region' then array['parent_id', 'code', 'name']
      else array(select k from jsonb_object_keys(line) k order by k)
    end) name)) end
$$;
