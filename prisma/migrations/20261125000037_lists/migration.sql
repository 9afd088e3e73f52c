-- Lists as people want them: the views they save, the columns they choose, and an index for each order that is offered.

CREATE TABLE "list_view" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "partner_id" UUID,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "list_view_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "list_choice" (
    "person_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "columns" TEXT[],
    "start" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "list_choice_pkey" PRIMARY KEY ("person_id","list")
);

CREATE INDEX "list_view_person_id_list_idx" ON "list_view"("person_id", "list");

ALTER TABLE "list_view" ADD CONSTRAINT "list_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "list_choice" ADD CONSTRAINT "list_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table list_view
  add constraint list_view_name check (name <> '' and length(name) <= 60),
  add constraint list_view_query check (length(query) <= 2000),
  -- Only the vendor's people share, and only among themselves.
  add constraint list_view_shared check (not shared or partner_id is null);
create unique index list_view_named on list_view (person_id, list, name) where deleted_at is null;
create index list_view_of_everybody on list_view (list, name) where shared and deleted_at is null;

select entente.scope_table('list_view', 'self', 'select, insert, update', 'select, insert, update');
select entente.scope_table('list_choice', 'self', 'select, insert, update', 'select, insert, update');

-- Who moves to another organisation leaves behind what was saved in the old one.
alter policy entente_partner on list_view
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()))
  with check (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_partner_own on list_view
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()))
  with check (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_vendor_all on list_view
  using (person_id = (select entente.person_id()) and partner_id is null)
  with check (person_id = (select entente.person_id()) and partner_id is null);
alter policy entente_vendor_scoped on list_view
  using (person_id = (select entente.person_id()) and partner_id is null)
  with check (person_id = (select entente.person_id()) and partner_id is null);
create policy shared_with_all on list_view for select to entente_vendor_all using (shared);
create policy shared_with_scoped on list_view for select to entente_vendor_scoped using (shared);

-- What has no date stands at the end in both directions, so a date needs an index for each; no amount is the least.
-- Names stand in the order of a dictionary, whatever their case and marks.
create index deal_by_customer on deal (customer_name collate "unicode", id);
drop index partner_name_id_idx;
create index partner_by_name on partner (name collate "unicode", id);
create index partner_by_agreement on partner ((coalesce(agreement_date, 'infinity')), id);
create index deal_by_amount on deal ((coalesce(won_reporting_amount, reporting_amount, -1)), id);
create index deal_by_close on deal ((coalesce(expected_close, 'infinity')), id);
create index deal_by_close_latest on deal ((coalesce(expected_close, '-infinity')), id);
create index deal_by_protection on deal ((coalesce(protected_until, 'infinity')), id);
create index deal_by_protection_latest on deal ((coalesce(protected_until, '-infinity')), id);
