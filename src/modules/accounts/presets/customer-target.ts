import type { ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

/** Customers by a domain of theirs, then by their name in a country; others may call them by their name alone. */
export const customerTarget: ImportTarget = {
  table: "account",
  named: Prisma.sql`
    select 'domain:' || domain, account_id from account_domain where domain in (select substr(word, 8) from asked where word like 'domain:%')
    union all select 'name:' || country || ':' || normalised, account_id from account_name
      where 'name:' || country || ':' || normalised in (select word from asked)
    union all select 'name:' || normalised, account_id from account_name where 'name:' || normalised in (select word from asked)`,
  written: ({ importId, part, now }) => Prisma.sql`
    select r.id, jsonb_build_object('name', v.name, 'country', v.country, 'tax_id', v."taxId", 'parent_id', r.refs ->> 'parent',
        'is_customer', case v."isCustomer" when 'yes' then true when 'no' then false end),
      jsonb_build_object('is_customer', false, 'created_at', ${now}::timestamptz),
      jsonb_build_object(
        'account_name', (select coalesce(jsonb_agg(jsonb_build_object('country', v.country, 'normalised', k, 'account_id', coalesce(r.target_id, r.id))), '[]')
          from jsonb_array_elements_text(v.keys) k),
        'account_domain', case when v.domain = '' then '[]'::jsonb
          else jsonb_build_array(jsonb_build_object('domain', v.domain, 'account_id', coalesce(r.target_id, r.id))) end)
    from import_row r cross join lateral jsonb_to_record(r.values) as v (name text, country text, "taxId" text, "isCustomer" text, keys jsonb, domain text)
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'`,
  children: { account_name: ["country", "normalised"], account_domain: ["domain"] },
  partnerOf: Prisma.sql`select r.id, null::uuid from import_row r`,
};
