-- When the vendor's people spoke with a partner, and where a partner has its offices.

CREATE TABLE "partner_contact" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "people" TEXT[],
    "logged_by_id" UUID NOT NULL,
    "logged_by_name" TEXT NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_contact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "partner_location" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "tax_id" TEXT,
    "is_main" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "partner_location_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "partner_contact_partner_id_at_id_idx" ON "partner_contact"("partner_id", "at" DESC, "id" DESC);

CREATE INDEX "partner_location_partner_id_idx" ON "partner_location"("partner_id");

ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_logged_by_id_fkey" FOREIGN KEY ("logged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "partner_location" ADD CONSTRAINT "partner_location_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table partner_contact
  add constraint partner_contact_kind check (kind in ('call', 'meeting', 'message')),
  add constraint partner_contact_has_been check (at <= logged_at);
create unique index partner_location_one_main on partner_location (partner_id) where is_main;

-- What the vendor's people noted about a conversation is theirs alone.
select entente.scope_table('partner_contact', 'partner', 'select', 'select, insert', deals => false);
alter policy entente_partner on partner_contact using (false) with check (false);
alter policy entente_partner_own on partner_contact using (false) with check (false);
alter policy entente_vendor_all on partner_contact using ((select entente.reads_records())) with check ((select entente.reads_records()));
alter policy entente_vendor_scoped on partner_contact
  using ((select entente.reads_records()) and partner_id = any (array(
    select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id()))))
  with check ((select entente.reads_records()) and partner_id = any (array(
    select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id()))));

-- A direct seller knows a partner by name and people only.
select entente.scope_table('partner_location', 'partner', deals => false);
alter policy entente_vendor_all on partner_location using ((select entente.reads_records()));
alter policy entente_vendor_scoped on partner_location
  using ((select entente.reads_records()) and partner_id = any (array(
    select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id()))));
