import type { ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

/**
 * Deals by what they are called in the system they come from. An imported deal has no registration: it stays a draft, without
 * protection, decision or clock. A won one is confirmed by the import, since the file is the vendor's own record.
 */
export const dealTarget: ImportTarget = {
  table: "deal",
  named: Prisma.sql`
    select 'reference:' || lower(source || '/' || reference), record_id from external_reference
    where target = 'deal' and 'reference:' || lower(source || '/' || reference) in (select word from asked)`,
  written: ({ importId, part, now, personId, zone, dryRun }) => Prisma.sql`
    select r.id,
      jsonb_build_object('partner_id', r.refs ->> 'partner', 'owner_id', r.refs ->> 'owner', 'account_id', r.refs ->> 'account',
        'customer_name', v.customer, 'customer_website', v."customerWebsite", 'customer_country', coalesce(v."customerCountry", a.country),
        'contact_name', v."contactName", 'contact_email', v."contactEmail", 'product_line_id', r.refs ->> 'productLine',
        'partner_role', v."partnerRole", 'deal_type', v."dealType", 'expected_close', v."expectedClose", 'need', v.need,
        'stage', v.stage, 'order_reference', v."orderReference",
        'typed', v.typed || jsonb_build_object('productLineId', coalesce(r.refs ->> 'productLine', '')))
      || jsonb_build_object('amount', m.amount, 'currency', m.currency, 'reporting_amount', m.reported, 'rate_day', m.rate_day)
      || case v.stage
        when 'won' then jsonb_build_object('won_on', v."closedOn", 'won_amount', m.amount, 'won_currency', m.currency,
          'won_reporting_amount', m.reported, 'won_rate_day', m.rate_day,
          'win_reported_at', coalesce(d.win_reported_at, ${now}::timestamptz), 'win_confirmed_at', coalesce(d.win_confirmed_at, ${now}::timestamptz))
        when 'lost' then jsonb_build_object('lost_on', v."closedOn", 'lost_reason', v."lostReason")
        else '{}' end,
      jsonb_build_object('origin', 'import', 'status', 'draft', 'version', 1, 'created_by_id', coalesce(${personId}, r.refs ->> 'owner'),
        'number', case when not ${dryRun} and r.target_id is null
          then to_char(${now}::timestamptz at time zone 'UTC', '"D-"YY"-"') || to_char(nextval('deal_number'), 'FM99999999999990000') end,
        'customer_name', '', 'customer_website', '', 'contact_name', '', 'contact_email', '', 'need', '', 'partner_role', 'selling', 'deal_type', 'new',
        'created_at', coalesce(v."createdOn"::timestamp at time zone ${zone}, ${now}::timestamptz), 'updated_at', ${now}::timestamptz),
      jsonb_build_object(
        'external_reference', jsonb_build_array(jsonb_build_object('target', 'deal', 'source', v.source, 'reference', v.reference,
          'record_id', coalesce(r.target_id, r.id))),
        'account_link', case when r.refs ? 'account' then jsonb_build_array(
          jsonb_build_object('partner_id', r.refs ->> 'partner', 'account_id', r.refs ->> 'account')) else '[]' end)
    from import_row r
    cross join lateral jsonb_to_record(r.values) as v (source text, reference text, customer text, "customerWebsite" text, "customerCountry" text,
      "contactName" text, "contactEmail" text, "partnerRole" text, "dealType" text, "createdOn" date, "expectedClose" date, "closedOn" date,
      "lostReason" text, "orderReference" text, need text, stage text, typed jsonb)
    cross join lateral (
      select f.amount, case when f.amount is not null then r.values -> 'amount' ->> 'currency' end as currency,
        case when f.amount is not null then (r.values -> 'reported' ->> 'amount')::bigint end as reported,
        case when f.amount is not null then r.values -> 'reported' ->> 'rateDay' end as rate_day
      from (select nullif((r.values -> 'amount' ->> 'amount')::bigint, 0) as amount) f) m
    left join deal d on d.id = r.target_id
    left join account a on a.id = (r.refs ->> 'account')::uuid
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready' order by r.line`,
  children: { external_reference: ["target", "source", "reference"], account_link: ["partner_id", "account_id"] },
  contradictions: ({ importId, part }) => Prisma.sql`
    select r.id, 'stage', 'closedDifferently' from import_row r join deal d on d.id = r.target_id
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'
      and d.stage in ('won', 'lost') and d.stage <> r.values ->> 'stage'
    union all
    select r.id, 'owner', 'ownerOfAnotherPartner' from import_row r
    left join person p on p.id = (r.refs ->> 'owner')::uuid left join import_row o on o.id = (r.refs ->> 'owner')::uuid
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'
      and case when p.id is null then o.refs ->> 'partner' else p.partner_id::text end is distinct from r.refs ->> 'partner'`,
  locked: ({ importId, part }) => Prisma.sql`
    select r.id from import_row r join deal d on d.id = r.target_id
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready' and (d.status <> 'draft' or d.origin <> 'import')`,
  partnerOf: Prisma.sql`select r.id, (r.refs ->> 'partner')::uuid from import_row r`,
  async after(tx, { importId, part, now }) {
    await tx.$executeRaw`select entente.update_for_import(${importId}::uuid, 'account', (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'data', '{"is_customer": true}'::jsonb)), '[]') from account a
      where not a.is_customer and a.id in (select (r.refs ->> 'account')::uuid from import_row r
        where r.import_id = ${importId}::uuid and r.part = ${part} and r.state in ('insert', 'update') and r.values ->> 'stage' = 'won')), ${now})`;
  },
  booked: ({ importId, part }) => Prisma.sql`
    select d.stage as "group", coalesce(d.won_currency, d.currency, '') as currency, coalesce(sum(coalesce(d.won_amount, d.amount)), 0)::bigint as amount
    from import_row r join deal d on d.id = r.target_id
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state in ('insert', 'update', 'same') group by 1, 2`,
};
