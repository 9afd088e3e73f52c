-- The program can take back whom it names for a topic.

ALTER TABLE "program_contact" ALTER COLUMN "person_id" DROP NOT NULL;

alter table program_contact drop constraint program_contact_other_backup,
  add constraint program_contact_other_backup check (backup_id is null or person_id is not null and backup_id <> person_id);
