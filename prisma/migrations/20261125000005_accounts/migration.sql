-- End customers and how they are recognised.

CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "tax_id" TEXT,
    "parent_id" UUID,
    "is_customer" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "account_domain" (
    "domain" TEXT NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "account_domain_pkey" PRIMARY KEY ("domain")
);

CREATE TABLE "account_name" (
    "country" CHAR(2) NOT NULL,
    "normalised" TEXT NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "account_name_pkey" PRIMARY KEY ("country","normalised")
);

CREATE TABLE "account_link" (
    "account_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("partner_id","account_id")
);

CREATE TABLE "direct_opportunity" (
    "id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "product_line_id" UUID,
    "owner_name" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "synced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "direct_opportunity_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "account_parent_id_idx" ON "account"("parent_id");

CREATE INDEX "account_domain_account_id_idx" ON "account_domain"("account_id");

CREATE INDEX "account_name_account_id_idx" ON "account_name"("account_id");

CREATE INDEX "account_name_normalised_trgm" ON "account_name" USING GIN ("normalised" gin_trgm_ops);

CREATE INDEX "account_link_account_id_idx" ON "account_link"("account_id");

CREATE UNIQUE INDEX "direct_opportunity_external_id_key" ON "direct_opportunity"("external_id");

CREATE INDEX "direct_opportunity_account_id_idx" ON "direct_opportunity"("account_id");

ALTER TABLE "account" ADD CONSTRAINT "account_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "account_domain" ADD CONSTRAINT "account_domain_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "account_name" ADD CONSTRAINT "account_name_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "account_link" ADD CONSTRAINT "account_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "direct_opportunity" ADD CONSTRAINT "direct_opportunity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table account add constraint account_not_its_own_parent check (parent_id <> id);
alter table account_name add constraint account_name_normalised check (normalised <> '' and normalised = lower(normalised));
alter table account_domain add constraint account_domain_lower_case check (domain = lower(domain));

select entente.scope_table('account_link', 'system');
grant select on account_link to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped;
select entente.add_policy('account_link', 'entente_partner', 'partner_id = (select entente.partner_id())');
select entente.add_policy('account_link', 'entente_partner_own', 'partner_id = (select entente.partner_id())');
select entente.add_policy('account_link', 'entente_vendor_all', 'true');
select entente.add_policy('account_link', 'entente_vendor_scoped', 'partner_id = any (array(select s.partner_id from vendor_scope s where s.person_id = (select entente.person_id()) and s.reads_deals))');

select entente.scope_table('account', 'linked');
select entente.scope_table('account_domain', 'system');
select entente.scope_table('account_name', 'system');
select entente.scope_table('direct_opportunity', 'system');
grant select on direct_opportunity to entente_vendor_all;
select entente.add_policy('direct_opportunity', 'entente_vendor_all', '(select entente.reads_internal())');
