-- Whom a partner turns to at the vendor, for what: a usual choice of the program, and a partner's own where it differs: a topic without a person is as usual.

CREATE TABLE "program_contact" (
    "topic" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "backup_id" UUID,

    CONSTRAINT "program_contact_pkey" PRIMARY KEY ("topic")
);

CREATE TABLE "contact_choice" (
    "partner_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "person_id" UUID,
    "backup_id" UUID,

    CONSTRAINT "contact_choice_pkey" PRIMARY KEY ("partner_id","topic")
);

CREATE INDEX "contact_choice_person_id_idx" ON "contact_choice"("person_id");

ALTER TABLE "program_contact" ADD CONSTRAINT "program_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "program_contact" ADD CONSTRAINT "program_contact_backup_id_fkey" FOREIGN KEY ("backup_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "contact_choice" ADD CONSTRAINT "contact_choice_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "contact_choice" ADD CONSTRAINT "contact_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "contact_choice" ADD CONSTRAINT "contact_choice_backup_id_fkey" FOREIGN KEY ("backup_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table program_contact
  add constraint program_contact_topic check (topic in ('sales', 'technical', 'marketing', 'finance', 'escalation')),
  add constraint program_contact_other_backup check (backup_id is null or backup_id <> person_id);
alter table contact_choice
  add constraint contact_choice_topic check (topic in ('sales', 'technical', 'marketing', 'finance', 'escalation')),
  add constraint contact_choice_other_backup check (backup_id is null or person_id is not null and backup_id <> person_id);

select entente.scope_table('program_contact', 'shared');
select entente.scope_table('contact_choice', 'partner', deals => false);
