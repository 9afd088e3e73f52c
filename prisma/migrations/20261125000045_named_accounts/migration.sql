-- Customers the vendor keeps for somebody of its own: who that is, and what becomes of a registration for them. What was said before
-- stays, so that a decision can be read with what was known then.

CREATE TABLE "named_account" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "consequence" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "named_at" TIMESTAMPTZ(3) NOT NULL,
    "named_by_id" UUID NOT NULL,
    "named_by_name" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "named_account_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "named_account_account_id_idx" ON "named_account"("account_id");

ALTER TABLE "named_account" ADD CONSTRAINT "named_account_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "named_account" ADD CONSTRAINT "named_account_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table named_account
  add constraint named_account_consequence check (consequence in ('listed', 'review', 'refuse')),
  add constraint named_account_ended check ((ended_at is null) = (ended_by_id is null));
create unique index named_account_once on named_account (account_id) where ended_at is null;

-- Only those of the vendor read it who may read internals, each where they see the customer.
select entente.scope_table('named_account', 'system');
grant select, insert, update on named_account to entente_vendor_all, entente_vendor_scoped;
select entente.add_policy('named_account', 'entente_vendor_all', '(select entente.reads_internal())');
select entente.add_policy('named_account', 'entente_vendor_scoped', 'exists (select 1 from account a where a.id = account_id)');
