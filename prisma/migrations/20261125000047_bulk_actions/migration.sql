-- One action on many rows of a list: what somebody asked for, and what became of each row.

CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "partner_id" UUID,
    "list" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_row" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "partner_id" UUID,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "failure" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_row_pkey" PRIMARY KEY ("run_id","position")
);

CREATE INDEX "bulk_run_person_id_list_created_at_idx" ON "bulk_run"("person_id", "list", "created_at");

CREATE UNIQUE INDEX "bulk_row_run_id_subject_id_key" ON "bulk_row"("run_id", "subject_id");

ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table bulk_row
  add constraint bulk_row_state check (state in ('waiting', 'done', 'refused', 'conflict', 'not_found', 'failed')),
  add constraint bulk_row_ended check ((state = 'waiting') = (ended_at is null)),
  add constraint bulk_row_reason check (failure is null or state in ('refused', 'conflict', 'not_found')),
  add constraint bulk_row_label check (length(label) <= 300);
create index bulk_run_going_on on bulk_run (created_at) where ended_at is null;
create index bulk_row_waiting on bulk_row (run_id, position) where state = 'waiting';

select entente.scope_table(t, 'self', 'select, insert', 'select, insert') from unnest(array['bulk_run', 'bulk_row']::regclass[]) t;

-- Who moves to another organisation leaves behind what was done in the old one.
alter policy entente_partner on bulk_run
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()))
  with check (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_partner_own on bulk_run
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()))
  with check (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_vendor_all on bulk_run
  using (person_id = (select entente.person_id()) and partner_id is null)
  with check (person_id = (select entente.person_id()) and partner_id is null);
alter policy entente_vendor_scoped on bulk_run
  using (person_id = (select entente.person_id()) and partner_id is null)
  with check (person_id = (select entente.person_id()) and partner_id is null);
alter policy entente_partner on bulk_row
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()))
  with check (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_partner_own on bulk_row
  using (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()))
  with check (person_id = (select entente.person_id()) and partner_id = (select entente.partner_id()));
alter policy entente_vendor_all on bulk_row
  using (person_id = (select entente.person_id()) and partner_id is null)
  with check (person_id = (select entente.person_id()) and partner_id is null);
alter policy entente_vendor_scoped on bulk_row
  using (person_id = (select entente.person_id()) and partner_id is null)
  with check (person_id = (select entente.person_id()) and partner_id is null);

-- Takes a row, in the transaction that does what was asked for, as the person who asked: true for one caller, and only while they
-- are still of the organisation and hold exactly the roles it is done with. Whoever takes a role away waits, or is seen here.
create function entente.claim_bulk_row(run uuid, place integer, held text[], at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := entente.person_id();
begin
  perform from person p where p.id = me and p.disabled_at is null and p.partner_id is not distinct from entente.partner_id() for share;
  if not found then return false; end if;
  perform from membership m where m.person_id = me and m.ended_at is null for share;
  if array(select m.role from membership m
      where m.person_id = me and m.ended_at is null and m.partner_id is not distinct from entente.partner_id() order by m.role)
    <> array(select r from unnest(held) r order by r) then return false; end if;
  update bulk_row b set state = 'done', ended_at = at
    where b.run_id = run and b.position = place and b.person_id = me and b.state = 'waiting';
  return found;
end $$;
grant execute on function entente.claim_bulk_row to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped;
