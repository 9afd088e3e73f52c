-- Whom a partner turns to at the vendor, for what: a usual choice of the program, and a partner's own where it differs: a topic without a person is as usual.

CREATE TABLE "program_contact" (
    "topic" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "backup_id" UUID,

    CONSTRAINT "program_contact_pkey" PRIMARY KEY ("topic")
);

CREATE TABLE "partner_contact" (
    "partner_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "person_id" UUID,
    "backup_id" UUID,

    CONSTRAINT "partner_contact_pkey" PRIMARY KEY ("partner_id","topic")
);

CREATE INDEX "partner_contact_person_id_idx" ON "partner_contact"("person_id");

ALTER TABLE "program_contact" ADD CONSTRAINT "program_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "program_contact" ADD CONSTRAINT "program_contact_backup_id_fkey" FOREIGN KEY ("backup_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_backup_id_fkey" FOREIGN KEY ("backup_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table program_contact
  add constraint program_contact_topic check (topic in ('sales', 'technical', 'marketing', 'finance', 'escalation')),
  add constraint program_contact_other_backup check (backup_id is null or backup_id <> person_id);
alter table partner_contact
  add constraint partner_contact_topic check (topic in ('sales', 'technical', 'marketing', 'finance', 'escalation')),
  add constraint partner_contact_other_backup check (backup_id is null or person_id is not null and backup_id <> person_id);

select entente.scope_table('program_contact', 'shared');
select entente.scope_table('partner_contact', 'partner', deals => false);
