-- What can still happen to a registration once it is decided: release, revocation by two people, extension, a linked copy.

ALTER TABLE "deal" ADD COLUMN "copied_from_id" UUID;

CREATE TABLE "deal_extension" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "wanted_until" DATE NOT NULL,
    "previous_until" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "granted_before" INTEGER NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "review_reason" TEXT,
    "reviewer_id" UUID,
    "due_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "granted_until" DATE,
    "decline_reason" TEXT,
    "decision_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "deal_extension_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "deal_revocation" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "alone" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "deal_revocation_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "deal_copied_from_id_idx" ON "deal"("copied_from_id");

CREATE INDEX "deal_extension_partner_id_idx" ON "deal_extension"("partner_id");

CREATE INDEX "deal_extension_deal_id_idx" ON "deal_extension"("deal_id");

CREATE INDEX "deal_revocation_partner_id_idx" ON "deal_revocation"("partner_id");

CREATE INDEX "deal_revocation_deal_id_idx" ON "deal_revocation"("deal_id");

ALTER TABLE "deal" ADD CONSTRAINT "deal_copied_from_id_fkey" FOREIGN KEY ("copied_from_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_extension" ADD CONSTRAINT "deal_extension_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_revocation" ADD CONSTRAINT "deal_revocation_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table deal add constraint deal_not_its_own_copy check (copied_from_id <> id);

-- Nobody decides what they asked for themselves; an extension nobody asked for was given by who decided it.
alter table deal_extension
  add constraint deal_extension_longer check (wanted_until > previous_until and (granted_until is null or granted_until > previous_until)),
  add constraint deal_extension_outcome check (outcome in ('granted', 'declined', 'lapsed')),
  add constraint deal_extension_decided check ((outcome is null) = (decided_at is null) and (outcome is not distinct from 'granted') = (granted_until is not null)),
  add constraint deal_extension_declined check (
    (outcome is not distinct from 'declined') = (decline_reason is not null) and (decline_reason is null or decided_by_id is not null)),
  add constraint deal_extension_open_is_held check (outcome is not null or (asked_by_id is not null and reviewer_id is not null and due_at is not null)),
  add constraint deal_extension_four_eyes check (asked_by_id <> decided_by_id);
create unique index deal_extension_open on deal_extension (deal_id) where outcome is null;

alter table deal_revocation
  add constraint deal_revocation_outcome check (outcome in ('revoked', 'declined', 'lapsed')),
  add constraint deal_revocation_decided check ((outcome is null) = (decided_at is null) and (coalesce(outcome, '') in ('revoked', 'declined')) = (decided_by_id is not null)),
  add constraint deal_revocation_two_people check (asked_by_id <> decided_by_id or (alone and outcome = 'revoked')),
  add constraint deal_revocation_note check (note <> '');
create unique index deal_revocation_open on deal_revocation (deal_id) where outcome is null;

select entente.scope_table('deal_extension', 'partner', 'select', 'select, insert, update', own => 'exists (select 1 from deal d where d.id = deal_id)');
select entente.scope_table('deal_revocation', 'vendor', vendor_may => 'select, insert, update');

insert into workflow_move (workflow, "from", "to", by) values
  ('deal.registration', 'approved', 'released', '{partner}'),
  ('deal.registration', 'approved', 'revoked', '{vendor}');

-- Moves the end of a protection. False where somebody else holds one of the days; the transaction lives on.
create function entente.extend_protection(protection_id uuid, new_end date) returns boolean
language plpgsql set search_path = public, pg_temp as $$
begin
  update protection set period = daterange(lower(period), new_end) where id = protection_id and new_end > upper(period);
  return found;
exception when exclusion_violation then
  return false;
end $$;
grant execute on function entente.extend_protection to entente_vendor_all, entente_vendor_scoped, entente_system;

-- Who may decide about a partner's registrations now: the channel managers who look after it, and the program owners.
create function entente.deciders_of(partner uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.person_id from membership m join person p on p.id = m.person_id and p.disabled_at is null
  where m.ended_at is null and (m.role = 'program_owner' or m.role = 'channel_manager' and exists (
    select 1 from vendor_scope s where s.person_id = m.person_id and s.partner_id = partner and s.reads_deals))
$$;
grant execute on function entente.deciders_of to entente_vendor_all, entente_vendor_scoped;
