-- Rules are drafted, checked, published with notice, and acknowledged by those who work under them.

alter table policy_version
  add column note text not null default '',
  add column revision integer not null default 1,
  add column drafted_by_id uuid,
  add column drafted_by_name text,
  add column updated_at timestamptz(3) not null default current_timestamp,
  add column checked_at timestamptz(3),
  add column published_at timestamptz(3),
  add column published_by_id uuid,
  add column published_by_name text,
  add column notice_days integer;
alter table policy_version drop constraint policy_version_status,
  add constraint policy_version_status check (status in ('draft', 'checked', 'published', 'superseded')),
  add constraint policy_version_revision check (revision > 0),
  add constraint policy_version_notice check (notice_days >= 0),
  add constraint policy_version_publisher check ((published_by_id is null) = (published_by_name is null) and (published_by_id is null or published_at is not null));

-- One version is worked on at a time, so that the next number is the next to come into force.
create unique index policy_version_open on policy_version (kind) where status in ('draft', 'checked');

-- A published version never changes: only its status may, to superseded. It takes effect with the notice it was published with; the
-- hour is what a change of clocks may take away.
create or replace function entente.keep_published_policy() returns trigger language plpgsql as $$
begin
  if old.status in ('published', 'superseded') then
    if new.status in ('draft', 'checked') or (new.body, new.kind, new.version, new.name, new.effective_from, new.published_at, new.notice_days)
      is distinct from (old.body, old.kind, old.version, old.name, old.effective_from, old.published_at, old.notice_days) then
      raise exception 'a published policy version never changes' using errcode = 'check_violation';
    end if;
  elsif new.status = 'published' and new.published_at is not null
    and new.effective_from < new.published_at + make_interval(days => coalesce(new.notice_days, 0)) - interval '1 hour' then
    raise exception 'a policy version cannot take effect before its notice has passed' using errcode = 'check_violation';
  end if;
  return new;
end $$;

CREATE TABLE "policy_acknowledgement" (
    "policy_version_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "partner_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_acknowledgement_pkey" PRIMARY KEY ("policy_version_id","person_id")
);

CREATE INDEX "policy_acknowledgement_person_id_idx" ON "policy_acknowledgement"("person_id");

ALTER TABLE "policy_acknowledgement" ADD CONSTRAINT "policy_acknowledgement_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "policy_acknowledgement" ADD CONSTRAINT "policy_acknowledgement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

select entente.scope_table('policy_acknowledgement', 'self', 'select, insert', 'select, insert');

-- Those who oversee the whole program see who has acknowledged its rules; everybody speaks for themselves.
alter policy entente_vendor_all on policy_acknowledgement
  using (true) with check (person_id = (select entente.person_id()));

-- Whether somebody registers for the first time is asked at every submission.
create index deal_owner_submitted on deal (owner_id, submitted_at) where submitted_at is not null;
