-- Several partners on one deal: who was asked to take part, in which role, and what became of it. The partner that registered is
-- the first; the others follow in the order in which they were asked.

CREATE TABLE "deal_participant" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "lead_id" UUID NOT NULL,
    "lead_name" TEXT NOT NULL,
    "partner_id" UUID NOT NULL,
    "partner_name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "message" TEXT NOT NULL DEFAULT '',
    "invited_by_id" UUID NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "owner_id" UUID,
    "owner_name" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_by_name" TEXT,

    CONSTRAINT "deal_participant_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "deal_participant_partner_id_status_invited_at_id_idx" ON "deal_participant"("partner_id", "status", "invited_at" DESC, "id");

CREATE INDEX "deal_participant_lead_id_idx" ON "deal_participant"("lead_id");

CREATE UNIQUE INDEX "deal_participant_deal_id_position_key" ON "deal_participant"("deal_id", "position");

ALTER TABLE "deal_participant" ADD CONSTRAINT "deal_participant_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_participant" ADD CONSTRAINT "deal_participant_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_participant" ADD CONSTRAINT "deal_participant_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "protection" ADD COLUMN "participant_id" UUID;

CREATE INDEX "protection_participant_id_idx" ON "protection"("participant_id");

ALTER TABLE "protection" ADD CONSTRAINT "protection_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "deal_participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The first is the partner that registered, so the others begin with the second. Whoever consented has a person, whoever went has a day.
alter table deal_participant
  add constraint deal_participant_other check (partner_id <> lead_id),
  add constraint deal_participant_position check (position >= 2),
  add constraint deal_participant_role check (role in ('sourcing', 'selling', 'implementing', 'influencing', 'fulfilling')),
  add constraint deal_participant_status check (status in ('invited', 'accepted', 'declined', 'withdrawn', 'left', 'removed')),
  add constraint deal_participant_consented check ((accepted_at is null) = (owner_id is null) and (accepted_at is null) = (owner_name is null)
    and (status <> 'accepted' or accepted_at is not null) and (status not in ('invited', 'declined', 'withdrawn') or accepted_at is null)),
  add constraint deal_participant_ended check ((status in ('invited', 'accepted')) = (ended_at is null)
    and (ended_at is null) = (ended_by_id is null) and (ended_at is null) = (ended_by_name is null)),
  add constraint deal_participant_reasoned check ((status in ('declined', 'left', 'removed')) = (reason is not null));

-- A partner takes part once, and nobody shares a role.
create unique index deal_participant_once on deal_participant (deal_id, partner_id) where status in ('invited', 'accepted');
create unique index deal_participant_role_once on deal_participant (deal_id, role) where status in ('invited', 'accepted');

select entente.scope_table('deal_participant', 'partner', 'select, insert, update', 'select, update', key => 'lead_id',
  own => 'exists (select 1 from deal d where d.id = deal_id)');

-- The other side of an invitation: its row, and what it answers. Those who see only own work see what they consented to.
create policy participant on deal_participant for select to entente_partner using (partner_id = (select entente.partner_id()));
create policy participant_answers on deal_participant for update to entente_partner
  using (partner_id = (select entente.partner_id())) with check (partner_id = (select entente.partner_id()));
create policy participant_own on deal_participant for select to entente_partner_own using (owner_id = (select entente.person_id()));
create policy participant_own_answers on deal_participant for update to entente_partner_own
  using (owner_id = (select entente.person_id())) with check (owner_id = (select entente.person_id()));

insert into workflow_move (workflow, "from", "to", by) values
  ('deal.participation', 'invited', 'accepted', '{partner}'),
  ('deal.participation', 'invited', 'declined', '{partner}'),
  ('deal.participation', 'invited', 'withdrawn', '{partner}'),
  ('deal.participation', 'invited', 'removed', '{vendor}'),
  ('deal.participation', 'accepted', 'left', '{partner}'),
  ('deal.participation', 'accepted', 'removed', '{vendor}');

create trigger guard_workflow before update of status on deal_participant for each row execute function entente.guard_workflow('deal.participation');

-- Consent is given and taken back by who was asked, an invitation by who asked; and what it is about never changes.
create function entente.guard_participation() returns trigger language plpgsql as $$
begin
  if (new.deal_id, new.lead_id, new.partner_id, new.role, new.position) is distinct from (old.deal_id, old.lead_id, old.partner_id, old.role, old.position) then
    raise exception 'a participation stays about the same deal, partner and role' using errcode = 'check_violation';
  end if;
  if new.status <> old.status and current_user in ('entente_partner', 'entente_partner_own')
    and entente.partner_id() is distinct from (case when new.status = 'withdrawn' then new.lead_id else new.partner_id end) then
    raise exception 'a participation is answered by who was asked' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_participation before update on deal_participant for each row execute function entente.guard_participation();

-- What a participant may know of a deal that is somebody else's: what it is asked about before it consents, the sale itself after
-- it did. Never the vendor's benefit, contacts, notes or decisions. Whoever sees no such row of their own gets none.
create function entente.joint_deal(participation uuid) returns table (
  is_open boolean, product_line text, number text, customer text, country text, deal_type text, amount bigint, currency text,
  stage text, status text, expected_close date, owner text, own_protected_until date
) language sql stable security definer set search_path = public, pg_temp as $$
  select d.status in ('in_review', 'needs_info', 'approved', 'expired') and d.stage not in ('won', 'lost'), l.name,
    case when j.joined then d.number end, case when j.joined then d.customer_name end, case when j.joined then d.customer_country::text end,
    case when j.joined then d.deal_type end, case when j.joined then d.amount end, case when j.joined then d.currency::text end,
    case when j.joined then d.stage end, case when j.joined then d.status end, case when j.joined then d.expected_close end,
    case when j.joined then o.name end,
    (select max(upper(r.period)) from protection r where r.participant_id = p.id)
  from deal_participant p cross join lateral (select p.status = 'accepted' as joined) j
  join deal d on d.id = p.deal_id join person o on o.id = d.owner_id left join product_line l on l.id = d.product_line_id
  where p.id = participation and p.partner_id = entente.partner_id() and p.status in ('invited', 'accepted')
$$;

-- Who else takes part in a deal that the asker takes part in.
create function entente.joint_partners(participation uuid) returns table (place integer, name text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select p.deal_id from deal_participant p where p.id = participation and p.partner_id = entente.partner_id() and p.status = 'accepted'
  )
  select 1, q.trading_name, d.partner_role from mine m join deal d on d.id = m.deal_id join partner q on q.id = d.partner_id
  union all
  select p.position, p.partner_name, p.role from mine m join deal_participant p on p.deal_id = m.deal_id and p.status = 'accepted'
  order by 1
$$;
grant execute on function entente.joint_deal, entente.joint_partners to entente_partner, entente_partner_own;

-- Who takes part is protected as long as the deal is: moves the ends that were the end of the deal, where nobody else holds the days.
create function entente.extend_participants(deal uuid, old_end date, new_end date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry uuid;
begin
  for entry in
    select r.id from protection r join deal_participant p on p.id = r.participant_id and p.status = 'accepted'
    where r.deal_id = deal and upper(r.period) = old_end
  loop
    perform entente.extend_protection(entry, new_end);
  end loop;
end $$;
grant execute on function entente.extend_participants to entente_vendor_all, entente_vendor_scoped, entente_system;

-- The one active partner known by exactly this name, web domain or address of one of its people; nothing where it is not one.
create function entente.partner_known_as(typed text) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  with found as (
    select q.id, q.trading_name from partner q where q.stage = 'active' and lower(btrim(typed)) in (lower(q.name), lower(q.trading_name), lower(q.domain))
    union
    select q.id, q.trading_name from person p join partner q on q.id = p.partner_id
    where p.email = lower(btrim(typed)) and p.disabled_at is null and q.stage = 'active'
  )
  select f.id, f.trading_name from found f where (select count(*) from found) = 1
$$;
grant execute on function entente.partner_known_as to entente_system;
