-- What somebody has to do about a record, by a day.

CREATE TABLE "record_task" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "partner_id" UUID,
    "audience" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "record_task_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "record_task_subject_id_due_on_id_idx" ON "record_task"("subject_id", "due_on", "id");

CREATE INDEX "record_task_partner_id_idx" ON "record_task"("partner_id");

ALTER TABLE "record_task" ADD CONSTRAINT "record_task_subject_kind_fkey" FOREIGN KEY ("subject_kind") REFERENCES "record_kind"("kind") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_task" ADD CONSTRAINT "record_task_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_task" ADD CONSTRAINT "record_task_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_task" ADD CONSTRAINT "record_task_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table record_task
  add constraint record_task_audience check (audience in ('all', 'vendor', 'internal')),
  add constraint record_task_title check (title <> ''),
  add constraint record_task_done check ((done_at is null) = (done_by_name is null));
create index record_task_open on record_task (owner_id, due_on, id) where done_at is null;

select entente.scope_table('record_task', 'partner', 'select, insert, update (done_at, done_by_name, version)',
  'select, insert, update (done_at, done_by_name, version)');
select entente.follow_records('record_task');
