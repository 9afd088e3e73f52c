-- The help an approval brings: who gives it, and by when.

CREATE TABLE "presales_request" (
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "presales_request_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "presales_request_partner_id_idx" ON "presales_request"("partner_id");

CREATE INDEX "presales_request_deal_id_idx" ON "presales_request"("deal_id");

ALTER TABLE "presales_request" ADD CONSTRAINT "presales_request_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "presales_request" ADD CONSTRAINT "presales_request_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table presales_request
  add constraint presales_request_outcome check (outcome in ('given', 'lapsed')),
  add constraint presales_request_closed check (
    (outcome is null) = (closed_at is null) and (outcome is not distinct from 'given') = (closed_by_id is not null) and (closed_by_id is null or note <> ''));
create unique index presales_request_open on presales_request (deal_id) where outcome is null;
create index presales_request_waiting on presales_request (owner_id, due_at) where outcome is null;

select entente.scope_table('presales_request', 'partner', 'select', 'select, update', own => 'exists (select 1 from deal d where d.id = deal_id)');
