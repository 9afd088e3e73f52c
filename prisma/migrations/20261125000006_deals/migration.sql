-- Deal registration and protection.

CREATE TABLE "deal" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "partner_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'partner',
    "account_id" UUID,
    "customer_name" TEXT NOT NULL DEFAULT '',
    "customer_website" TEXT NOT NULL DEFAULT '',
    "customer_country" CHAR(2),
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT NOT NULL DEFAULT '',
    "product_line_id" UUID,
    "partner_role" TEXT NOT NULL DEFAULT 'selling',
    "deal_type" TEXT NOT NULL DEFAULT 'new',
    "amount" BIGINT,
    "currency" CHAR(3),
    "reporting_amount" BIGINT,
    "rate_day" DATE,
    "expected_close" DATE,
    "need" TEXT NOT NULL DEFAULT '',
    "typed" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "stage" TEXT NOT NULL DEFAULT 'prospecting',
    "reviewer_id" UUID,
    "policy_version_id" UUID,
    "review_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decision_minutes" INTEGER,
    "due_at" TIMESTAMPTZ(3),
    "protected_until" DATE,
    "benefit_basis_points" INTEGER,
    "question" TEXT,
    "won_on" DATE,
    "won_amount" BIGINT,
    "won_currency" CHAR(3),
    "won_reporting_amount" BIGINT,
    "won_rate_day" DATE,
    "order_reference" TEXT,
    "win_reported_at" TIMESTAMPTZ(3),
    "win_confirmed_at" TIMESTAMPTZ(3),
    "win_confirmed_by_id" UUID,
    "lost_on" DATE,
    "lost_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "deal_history" (
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" CHAR(3),
    "reporting_amount" BIGINT,
    "expected_close" DATE,
    "won_on" DATE,
    "won_reporting_amount" BIGINT,
    "win_confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "deal_history_pkey" PRIMARY KEY ("deal_id","valid_from")
);

CREATE TABLE "protection" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "product_line_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "period" daterange NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "protection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "deal_conflict" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "class" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "other_deal_id" UUID,
    "other" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_conflict_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "deal_number_key" ON "deal"("number");

CREATE INDEX "deal_partner_id_created_at_id_idx" ON "deal"("partner_id", "created_at" DESC, "id");

CREATE INDEX "deal_owner_id_created_at_id_idx" ON "deal"("owner_id", "created_at" DESC, "id");

CREATE INDEX "deal_created_at_id_idx" ON "deal"("created_at" DESC, "id");

CREATE INDEX "deal_account_id_idx" ON "deal"("account_id");

CREATE INDEX "deal_history_partner_id_valid_from_idx" ON "deal_history"("partner_id", "valid_from");

CREATE INDEX "protection_partner_id_idx" ON "protection"("partner_id");

CREATE INDEX "protection_deal_id_idx" ON "protection"("deal_id");

CREATE INDEX "protection_account_id_product_line_id_idx" ON "protection"("account_id", "product_line_id");

CREATE INDEX "deal_conflict_partner_id_idx" ON "deal_conflict"("partner_id");

CREATE INDEX "deal_conflict_deal_id_idx" ON "deal_conflict"("deal_id");

ALTER TABLE "deal" ADD CONSTRAINT "deal_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal" ADD CONSTRAINT "deal_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal" ADD CONSTRAINT "deal_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal" ADD CONSTRAINT "deal_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal" ADD CONSTRAINT "deal_product_line_id_fkey" FOREIGN KEY ("product_line_id") REFERENCES "product_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal" ADD CONSTRAINT "deal_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_history" ADD CONSTRAINT "deal_history_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "protection" ADD CONSTRAINT "protection_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "protection" ADD CONSTRAINT "protection_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "protection" ADD CONSTRAINT "protection_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "protection" ADD CONSTRAINT "protection_product_line_id_fkey" FOREIGN KEY ("product_line_id") REFERENCES "product_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_conflict" ADD CONSTRAINT "deal_conflict_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

create sequence deal_number as bigint;
grant usage on sequence deal_number to entente_partner, entente_partner_own, entente_vendor_scoped, entente_system;

alter table deal
  add constraint deal_status check (status in ('draft', 'submitted', 'in_review', 'needs_info', 'approved', 'rejected', 'withdrawn', 'expired', 'released', 'revoked')),
  add constraint deal_stage check (stage in ('prospecting', 'qualified', 'proposal', 'negotiation', 'won', 'lost')),
  add constraint deal_type check (deal_type in ('new', 'expansion', 'renewal')),
  add constraint deal_partner_role check (partner_role in ('sourcing', 'selling', 'implementing', 'influencing', 'fulfilling')),
  add constraint deal_origin check (origin in ('partner', 'direct', 'import')),
  add constraint deal_amount_positive check (amount > 0 and (amount is null) = (currency is null)),
  add constraint deal_complete_when_submitted check (
    status in ('draft', 'withdrawn') or origin = 'import'
    or (account_id is not null or status = 'submitted') and product_line_id is not null and amount is not null and expected_close is not null
      and customer_name <> '' and customer_country is not null and submitted_at is not null),
  add constraint deal_in_review_has_reviewer check (status <> 'in_review' or (reviewer_id is not null and due_at is not null)),
  add constraint deal_win_is_whole check (
    (stage = 'won') = (won_on is not null and won_amount is not null and won_currency is not null and win_reported_at is not null)),
  add constraint deal_confirmed_is_won check (win_confirmed_at is null or (stage = 'won' and won_reporting_amount is not null)),
  add constraint deal_lost_has_reason check ((stage = 'lost') = (lost_on is not null and lost_reason is not null));

create index deal_queue on deal (reviewer_id, due_at, id) where status = 'in_review';
create index deal_in_review on deal (due_at, id) where status = 'in_review';
create index deal_confirmed on deal (won_on, id) where win_confirmed_at is not null;
create index deal_pipeline on deal (partner_id, expected_close, id) where status = 'approved' and stage not in ('won', 'lost');

alter table protection
  add constraint protection_days check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
  add constraint protection_exclusive exclude using gist (account_id with =, product_line_id with =, role with =, period with &&);
alter table deal_conflict add constraint deal_conflict_class check (class in ('protected_registration', 'vendor_engaged', 'existing_customer', 'named_account')),
  add constraint deal_conflict_score check (score between 0 and 100);

select entente.scope_table('deal', 'partner', 'select, insert, update', 'select, insert, update', own => 'owner_id = (select entente.person_id())');
select entente.scope_table('deal_history', 'partner', own => 'exists (select 1 from deal d where d.id = deal_id)');
select entente.scope_table('protection', 'partner', 'select', 'select, insert, update', own => 'exists (select 1 from deal d where d.id = deal_id)');
select entente.scope_table('deal_conflict', 'vendor');
select entente.scope_table('decision', 'partner', 'select', 'select, insert', own => 'exists (select 1 from deal d where d.id = subject_id)');
select entente.scope_table('decision_basis', 'vendor', vendor_may => 'select, insert');
select entente.scope_table('clock', 'partner', 'select, insert, update', 'select, insert, update', own => 'exists (select 1 from deal d where d.id = subject_id)');
select entente.scope_table('event', 'partner', 'select, insert', 'select, insert', own => 'exists (select 1 from deal d where d.id = subject_id)');

-- Decisions, their basis and events are written once.
revoke update on decision, decision_basis, event from entente_system;
grant usage on sequence event_sequence_seq to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped, entente_system;

-- Partners read the events that are meant for both sides.
drop policy entente_partner on event;
drop policy entente_partner_own on event;
create policy entente_partner on event to entente_partner
  using (partner_id = (select entente.partner_id()) and audience = 'all') with check (partner_id = (select entente.partner_id()));
create policy entente_partner_own on event to entente_partner_own
  using (audience = 'all' and exists (select 1 from deal d where d.id = subject_id)) with check (exists (select 1 from deal d where d.id = subject_id));

insert into workflow_move (workflow, "from", "to", by) values
  ('deal.registration', 'draft', 'submitted', '{partner,vendor}'),
  ('deal.registration', 'draft', 'withdrawn', '{partner,vendor}'),
  ('deal.registration', 'submitted', 'approved', '{system}'),
  ('deal.registration', 'submitted', 'rejected', '{system}'),
  ('deal.registration', 'submitted', 'in_review', '{system}'),
  ('deal.registration', 'submitted', 'needs_info', '{system}'),
  ('deal.registration', 'needs_info', 'submitted', '{partner,vendor}'),
  ('deal.registration', 'needs_info', 'withdrawn', '{partner,vendor,system}'),
  ('deal.registration', 'in_review', 'approved', '{vendor}'),
  ('deal.registration', 'in_review', 'rejected', '{vendor}'),
  ('deal.registration', 'in_review', 'needs_info', '{vendor}'),
  ('deal.registration', 'in_review', 'withdrawn', '{partner,vendor}'),
  ('deal.registration', 'approved', 'expired', '{system}');

create trigger guard_workflow before insert or update of status on deal for each row execute function entente.guard_workflow('deal.registration');

-- How the deal stood from one save to the next, so that any figure can be asked for as of any moment.
create function entente.keep_deal_history() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- Two servers' clocks may differ a little: history never runs backwards.
  moment timestamptz := greatest(new.updated_at, (select valid_from from deal_history where deal_id = new.id and valid_to is null));
begin
  update deal_history set valid_to = moment where deal_id = new.id and valid_to is null and valid_from < moment;
  insert into deal_history (deal_id, partner_id, valid_from, status, stage, amount, currency, reporting_amount, expected_close, won_on, won_reporting_amount, win_confirmed_at)
  values (new.id, new.partner_id, moment, new.status, new.stage, new.amount, new.currency, new.reporting_amount, new.expected_close, new.won_on, new.won_reporting_amount, new.win_confirmed_at)
  on conflict (deal_id, valid_from) do update set
    status = excluded.status, stage = excluded.stage, amount = excluded.amount, currency = excluded.currency, reporting_amount = excluded.reporting_amount,
    expected_close = excluded.expected_close, won_on = excluded.won_on, won_reporting_amount = excluded.won_reporting_amount, win_confirmed_at = excluded.win_confirmed_at;
  return null;
end $$;
create trigger keep_deal_history after insert or update on deal for each row execute function entente.keep_deal_history();
alter table deal_history add constraint deal_history_order check (valid_to is null or valid_to > valid_from);
create unique index deal_history_current on deal_history (deal_id) where valid_to is null;
