import type { ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

/** Partners by their domain; others may also call them by their legal or trading name. */
export const partnerTarget: ImportTarget = {
  table: "partner",
  named: Prisma.sql`
    select 'domain:' || lower(domain), id from partner where 'domain:' || lower(domain) in (select word from asked)
    union all select 'name:' || lower(name), id from partner where 'name:' || lower(name) in (select word from asked)
    union all select 'name:' || lower(trading_name), id from partner where 'name:' || lower(trading_name) in (select word from asked)`,
  written: ({ importId, part, now }) => Prisma.sql`
    select r.id,
      jsonb_build_object('name', v.name, 'trading_name', v."tradingName", 'domain', v.domain, 'tax_id', v."taxId", 'country', v.country,
        'region_id', r.refs ->> 'region', 'types', v.types, 'tier', v.tier, 'currency', v.currency, 'agreement_date', v."agreementDate",
        'channel_manager_id', r.refs ->> 'manager', 'stage', v.stage),
      jsonb_build_object('trading_name', v.name, 'stage', 'active', 'shares_deals', false, 'version', 1, 'created_at', ${now}::timestamptz),
      '{}'::jsonb
    from import_row r cross join lateral jsonb_to_record(r.values) as v (name text, "tradingName" text, domain text, "taxId" text,
      country text, types jsonb, tier text, currency text, "agreementDate" date, stage text)
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'`,
  children: {},
  partnerOf: Prisma.sql`select r.id, r.target_id from import_row r`,
};
