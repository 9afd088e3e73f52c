-- What people of partners are certified for, from a day and mostly until one.

CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT '',
    "product_line_id" UUID,
    "issued_on" DATE NOT NULL,
    "expires_on" DATE,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "certificate_partner_id_idx" ON "certificate"("partner_id");

CREATE INDEX "certificate_person_id_idx" ON "certificate"("person_id");

ALTER TABLE "certificate" ADD CONSTRAINT "certificate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "certificate" ADD CONSTRAINT "certificate_product_line_id_fkey" FOREIGN KEY ("product_line_id") REFERENCES "product_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A renewal is another certificate: the same thing, issued on another day.
create unique index certificate_once on certificate (person_id, lower(name), issued_on);
alter table certificate
  add constraint certificate_name check (name <> '' and source <> ''),
  add constraint certificate_days check (expires_on is null or expires_on > issued_on);

-- Everybody of a partner reads their own, who reads the company all of it, and of the vendor's people who works with its deals; it
-- stays with the partner it was earned for.
select entente.scope_table('certificate', 'partner', own => 'person_id = (select entente.person_id())');
