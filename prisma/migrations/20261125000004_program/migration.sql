-- Program rules, decisions, clocks and events.

CREATE TABLE "policy_version" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "decider_kind" TEXT NOT NULL,
    "decider_id" UUID,
    "decider_name" TEXT NOT NULL,
    "decided_for" TEXT,
    "evaluation" JSONB NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "decision_basis" (
    "decision_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "evaluation" JSONB NOT NULL,

    CONSTRAINT "decision_basis_pkey" PRIMARY KEY ("decision_id")
);

CREATE TABLE "clock" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "budget_minutes" INTEGER,
    "consequence" TEXT NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "fired_at" TIMESTAMPTZ(3),

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "partner_id" UUID,
    "audience" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_side" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "historic" BOOLEAN NOT NULL DEFAULT false,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "workflow_move" (
    "workflow" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "by" TEXT[],

    CONSTRAINT "workflow_move_pkey" PRIMARY KEY ("workflow","from","to")
);

CREATE TABLE "worker_heartbeat" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "policy_version_kind_version_key" ON "policy_version"("kind", "version");

CREATE INDEX "decision_partner_id_idx" ON "decision"("partner_id");

CREATE INDEX "decision_subject_id_decided_at_idx" ON "decision"("subject_id", "decided_at");

CREATE INDEX "decision_basis_partner_id_idx" ON "decision_basis"("partner_id");

CREATE INDEX "clock_partner_id_idx" ON "clock"("partner_id");

CREATE INDEX "clock_subject_id_idx" ON "clock"("subject_id");

CREATE INDEX "event_partner_id_at_idx" ON "event"("partner_id", "at" DESC);

CREATE INDEX "event_subject_id_at_idx" ON "event"("subject_id", "at");

ALTER TABLE "decision" ADD CONSTRAINT "decision_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "decision_basis" ADD CONSTRAINT "decision_basis_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table policy_version add constraint policy_version_status check (status in ('draft', 'published', 'superseded')),
  add constraint policy_version_positive check (version > 0);

-- A published version never changes: only its status may, to superseded.
create function entente.keep_published_policy() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (new.body, new.kind, new.version, new.name, new.effective_from) is distinct from (old.body, old.kind, old.version, old.name, old.effective_from) then
    raise exception 'a published policy version never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_published_policy before update on policy_version for each row execute function entente.keep_published_policy();

alter table decision add constraint decision_decider check (
  (decider_kind = 'system' and decider_id is null) or (decider_kind = 'person' and decider_id is not null)),
  add constraint decision_reason check (reason_code <> '');
alter table clock add constraint clock_due_after_start check (due_at >= started_at),
  add constraint clock_ends_once check (stopped_at is null or fired_at is null);
create unique index clock_running on clock (subject_id, kind) where stopped_at is null and fired_at is null;
create index clock_due on clock (due_at) where stopped_at is null and fired_at is null;
alter table event add constraint event_audience check (audience in ('all', 'vendor')),
  add constraint event_actor check (actor_kind in ('person', 'system')),
  add constraint event_actor_side check (actor_side in ('partner', 'vendor', 'system'));

select entente.scope_table('policy_version', 'shared');
select entente.scope_table('workflow_move', 'shared');

-- The moves of a workflow, checked on UPDATE for everyone but the owner (imports and seeds insert in any state).
create function entente.guard_workflow() returns trigger language plpgsql as $$
declare
  workflow_name text := tg_argv[0];
  side text := case current_user
    when 'entente_partner' then 'partner' when 'entente_partner_own' then 'partner'
    when 'entente_vendor_all' then 'vendor' when 'entente_vendor_scoped' then 'vendor'
    when 'entente_system' then 'system' end;
begin
  if side is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'a % begins as a draft', workflow_name using errcode = 'check_violation';
    end if;
  elsif new.status <> old.status and not exists (
    select 1 from workflow_move m where m.workflow = workflow_name and m."from" = old.status and m."to" = new.status and side = any (m.by)) then
    raise exception '% cannot move from % to % by %', workflow_name, old.status, new.status, side using errcode = 'check_violation';
  end if;
  return new;
end $$;

alter table worker_heartbeat add constraint worker_heartbeat_single_row check (id = 1);
select entente.scope_table('worker_heartbeat', 'system');

-- What the readiness probe may know without an actor.
create function identity.readiness() returns table (latest_migration text, beat timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select
    (select m.migration_name::text from _prisma_migrations m where m.finished_at is not null order by m.migration_name desc limit 1),
    (select h.at from worker_heartbeat h);
end $$;
grant execute on function identity.readiness to entente_auth;
