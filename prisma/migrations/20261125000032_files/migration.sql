-- Files beside records. What was uploaded stays: a new version comes beside the old one, and removing is a state.

CREATE TABLE "record_file" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "partner_id" UUID,
    "audience" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "record_file_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "record_file_version" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "partner_id" UUID,
    "number" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "scan" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_by_side" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "record_file_version_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "record_file_partner_id_idx" ON "record_file"("partner_id");

CREATE UNIQUE INDEX "record_file_subject_id_audience_name_key" ON "record_file"("subject_id", "audience", "name");

CREATE INDEX "record_file_version_partner_id_idx" ON "record_file_version"("partner_id");

CREATE UNIQUE INDEX "record_file_version_file_id_number_key" ON "record_file_version"("file_id", "number");

ALTER TABLE "record_file" ADD CONSTRAINT "record_file_subject_kind_fkey" FOREIGN KEY ("subject_kind") REFERENCES "record_kind"("kind") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_file" ADD CONSTRAINT "record_file_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_file" ADD CONSTRAINT "record_file_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_file_version" ADD CONSTRAINT "record_file_version_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "record_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_file_version" ADD CONSTRAINT "record_file_version_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_file_version" ADD CONSTRAINT "record_file_version_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table record_file
  add constraint record_file_audience check (audience in ('all', 'vendor', 'internal')),
  -- A name is shown and sent as a header: no path, nothing that steers the terminal or turns the direction of writing.
  add constraint record_file_name check (name <> '' and name !~ U&'[/\005C\005C\0001-\001F\007F-\009F\200E\200F\202A-\202E\2066-\2069]');
alter table record_file_version
  add constraint record_file_version_scan check (scan in ('not_scanned', 'clean', 'quarantined')),
  add constraint record_file_version_bytes check (bytes > 0),
  add constraint record_file_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$');

select entente.scope_table('record_file', 'partner', 'select, insert, update (removed_at)', 'select, insert, update (removed_at)');
select entente.follow_records('record_file');

-- Whoever sees the file sees its versions.
select entente.scope_table('record_file_version', 'partner', 'select, insert', 'select, insert');
alter policy entente_partner on record_file_version using (exists (select 1 from record_file f where f.id = file_id))
  with check (exists (select 1 from record_file f where f.id = file_id));
alter policy entente_partner_own on record_file_version using (exists (select 1 from record_file f where f.id = file_id))
  with check (exists (select 1 from record_file f where f.id = file_id));
alter policy entente_vendor_all on record_file_version using (exists (select 1 from record_file f where f.id = file_id))
  with check (exists (select 1 from record_file f where f.id = file_id));
alter policy entente_vendor_scoped on record_file_version using (exists (select 1 from record_file f where f.id = file_id))
  with check (exists (select 1 from record_file f where f.id = file_id));
