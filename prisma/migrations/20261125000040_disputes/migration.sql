-- A partner disputes a rejection before somebody who took no part in it, by a clock and with a reasoned outcome.

CREATE TABLE "deal_dispute" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "first_decider_id" UUID,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "statement" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_by_name" TEXT,

    CONSTRAINT "deal_dispute_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "deal_dispute_partner_id_idx" ON "deal_dispute"("partner_id");

CREATE INDEX "deal_dispute_deal_id_idx" ON "deal_dispute"("deal_id");

CREATE INDEX "deal_dispute_owner_id_idx" ON "deal_dispute"("owner_id");

ALTER TABLE "deal_dispute" ADD CONSTRAINT "deal_dispute_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_dispute" ADD CONSTRAINT "deal_dispute_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deal_dispute" ADD CONSTRAINT "deal_dispute_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody judges what they decided or disputed themselves; an outcome has a reason and a note.
alter table deal_dispute
  add constraint deal_dispute_status check (status in ('open', 'upheld', 'overturned', 'withdrawn')),
  add constraint deal_dispute_statement check (statement <> ''),
  add constraint deal_dispute_independent check (
    owner_id is distinct from first_decider_id and (status = 'withdrawn' or closed_by_id is null or closed_by_id is distinct from first_decider_id)),
  add constraint deal_dispute_not_the_own check (owner_id <> opened_by_id and (status = 'withdrawn' or closed_by_id is null or closed_by_id <> opened_by_id)),
  add constraint deal_dispute_closed check ((status = 'open') = (closed_at is null) and (status = 'open') = (closed_by_id is null)),
  add constraint deal_dispute_reasoned check ((status in ('upheld', 'overturned')) = (reason is not null) and (reason is null or note <> ''));
create unique index deal_dispute_open on deal_dispute (deal_id) where status = 'open';
create unique index deal_dispute_once on deal_dispute (decision_id) where status <> 'withdrawn';

select entente.scope_table('deal_dispute', 'partner', 'select', 'select, update', own => 'exists (select 1 from deal d where d.id = deal_id)');

insert into workflow_move (workflow, "from", "to", by) values ('deal.registration', 'rejected', 'approved', '{vendor}');
