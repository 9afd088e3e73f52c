import { keepSearchable } from "@/modules/accounts/schedule";
import { idOf, noon, seedWorld, sql, world } from "./world";

/** How many deals the volume has; a twelfth of them belongs to alpha, the rest to a thousand other partners. */
export const dealCount = 10_000;

const { alphaSales, alphaOther, manager, owner } = world;

// Names a person could have typed: four thousand of them, many alike, as customers of one language are.
const names = `select i, (array['Berg','Stein','Wald','Isar','Rhein','Nord','Süd','Ost','West','Hoch','Neu','Alt','Feld','Moor','See','Sand'])[1 + i % 16]
    || (array['tal','burg','hafen','werk','brück','stadt','heim','dorf','mühl','furt','bach','au','hof','berg','kirch','winkel'])[1 + i / 16 % 16] || ' '
    || (array['Logistik','Antriebe','Pharma','Textil','Energie','Optik','Chemie','Handel','Verlag','Technik','Medizin','Bau','Foods','Finanz','Metall','Systeme'])[1 + i / 256 % 16] as name
  from generate_series(0, 3999) i`;

const statements: readonly string[] = [
  `insert into region (id, code, name) select gen_random_uuid(), 'R' || i, 'Region ' || i from generate_series(1, 8) i`,
  `insert into person (id, email, name, zone) select gen_random_uuid(), 'manager' || i || '@test.example', 'Manager ' || i, 'UTC' from generate_series(1, 49) i`,
  `insert into membership (id, person_id, role) select gen_random_uuid(), id, 'channel_manager' from person where name like 'Manager %'`,
  `insert into partner (id, name, trading_name, domain, country, region_id, types, tier, currency, agreement_date, channel_manager_id)
   select gen_random_uuid(), 'Partner ' || i, 'Partner ' || i, 'partner' || i || '.example', 'DE',
     (select id from region order by code offset i % 9 limit 1), '{reseller}', (array['silver','gold','platinum'])[1 + i % 3], 'EUR', '2024-01-01',
     coalesce((select id from person where name = 'Manager ' || i % 50), '${manager.personId}')
   from generate_series(1, 1000) i`,
  `insert into person (id, partner_id, email, name, zone)
   select gen_random_uuid(), p.id, 'seller' || i || '.' || p.domain || '@test.example', 'Seller ' || i || ' of ' || p.name, 'UTC'
   from partner p, generate_series(1, 3) i where p.name like 'Partner %'`,
  `insert into membership (id, person_id, partner_id, role) select gen_random_uuid(), id, partner_id, 'partner_sales' from person where name like 'Seller %'`,
  `insert into account (id, name, country, is_customer) select gen_random_uuid(), name, 'DE', i % 10 = 0 from (${names}) n`,
  `insert into account_name (country, normalised, account_id) select country, lower(name), id from account on conflict do nothing`,
  `insert into account_domain (domain, account_id) select replace(lower(name), ' ', '-') || '.example', id from account on conflict do nothing`,
  `insert into direct_opportunity (id, external_id, account_id, product_line_id, owner_name, is_open, synced_at)
   select gen_random_uuid(), 'CRM-' || row_number() over (), id, '${idOf("lakehouse")}', 'A seller', true, now() from account order by id limit 400`,
  // The moments are the sequence itself, so that the newest deals are also the last ones written.
  `create table volume as
   with sellers as (select id, partner_id, row_number() over (order by id) - 1 as nth from person where name like 'Seller %'),
     customers as (select id, name, row_number() over (order by id) - 1 as nth from account)
   select gen_random_uuid() as id, i, s.partner_id, s.owner_id, a.id as account_id, a.name as customer_name,
     case when i % 2 = 0 then '${idOf("lakehouse")}'::uuid else '${idOf("streams")}'::uuid end as product_line_id,
     timestamptz '2024-11-20 08:00Z' + i * interval '105 minutes' as at, 1000000 + i * 1000 as amount,
     case when i > 9850 then 'in_review' when i > 9700 then 'needs_info' when i > 9400 then 'draft'
       else (array['expired','expired','expired','expired','rejected','withdrawn','rejected','expired','expired','expired'])[1 + i % 10] end as past,
     i % 7 as turn
   from generate_series(1, ${dealCount}) i
   left join sellers t on i % 12 <> 0 and t.nth = (i * 7919) % 3000
   cross join lateral (select case when i % 12 = 0 then '${idOf("alpha")}'::uuid else t.partner_id end as partner_id,
     case when i % 12 = 0 then case when i % 36 = 0 then '${alphaSales.personId}'::uuid else '${alphaOther.personId}'::uuid end else t.id end as owner_id) s
   join customers a on a.nth = (i * 104729) % 4000`,
  `alter table volume add column status text`,
  `update volume set status = case when past = 'expired' and at > timestamptz '2026-08-27 00:00Z' then 'approved' else past end`,
  `insert into deal (id, number, partner_id, owner_id, created_by_id, account_id, customer_name, customer_website, customer_country, contact_name, contact_email,
     product_line_id, amount, currency, reporting_amount, rate_day, expected_close, need, typed, status, stage, reviewer_id, policy_version_id, review_reason, submitted_at, decided_at,
     decision_minutes, due_at, protected_until, question, won_on, won_amount, won_currency, won_reporting_amount, won_rate_day, order_reference,
     win_reported_at, win_confirmed_at, win_confirmed_by_id, lost_on, lost_reason, created_at, updated_at)
   select v.id, 'D-26-' || lpad((10000 + i)::text, 5, '0'), v.partner_id, owner_id, owner_id, account_id, customer_name, 'www.example.com', 'DE', 'A contact', 'contact@example.com',
     product_line_id, amount, 'EUR', amount, v.at::date, (v.at + interval '80 days')::date, 'What they need, in a few words that a person wrote.', '{}', v.status,
     case when not sellable then 'prospecting' when turn in (1, 2) then 'won' when turn = 3 then 'lost' else 'qualified' end,
     case when v.status in ('in_review', 'needs_info', 'rejected') then p.channel_manager_id end, '${idOf("policy")}', 'amount-within-limit',
     case when v.status <> 'draft' then v.at end, case when decided then v.at + interval '5 hours' end, case when decided then i % 900 end,
     case when v.status in ('in_review', 'needs_info') then v.at + interval '2 days' end, case when sellable then (v.at + interval '90 days')::date end,
     case when v.status = 'needs_info' then 'Which unit signs?' end,
     case when won then (v.at + interval '60 days')::date end, case when won then amount end, case when won then 'EUR' end, case when won then amount end,
     case when won then v.at::date end, case when won then 'PO-' || i end, case when won then v.at + interval '60 days' end,
     case when won and i % 20 <> 0 then v.at + interval '61 days' end, case when won and i % 20 <> 0 then p.channel_manager_id end,
     case when sellable and turn = 3 then (v.at + interval '40 days')::date end, case when sellable and turn = 3 then 'price' end, v.at, v.at
   from volume v join partner p on p.id = v.partner_id
   cross join lateral (select v.status in ('approved', 'expired') as sellable, v.status in ('approved', 'expired', 'rejected') as decided) s
   cross join lateral (select sellable and turn in (1, 2) as won) w`,
  `insert into account_link (account_id, partner_id) select distinct account_id, partner_id from volume on conflict do nothing`,
  `insert into protection (id, deal_id, partner_id, account_id, product_line_id, role, period, created_at)
   select gen_random_uuid(), id, partner_id, account_id, product_line_id, 'selling', daterange(created_at::date, protected_until), created_at
   from deal where protected_until is not null on conflict do nothing`,
  `insert into deal_participant (id, deal_id, lead_id, lead_name, partner_id, partner_name, position, role, status, message, invited_by_id,
     invited_by_name, invited_at, owner_id, owner_name, accepted_at)
   select gen_random_uuid(), d.id, d.partner_id, 'Lead', q.id, q.name, 2, 'implementing', 'accepted', 'Join us?', d.owner_id, 'Somebody', d.created_at,
     d.owner_id, 'Somebody', d.created_at
   from (select *, row_number() over (order by number) as nth from deal where origin = 'partner' and status <> 'draft') d
   join (select *, row_number() over (order by id) as nth, count(*) over () as all from partner) q on q.nth = 1 + d.nth % q.all
   where q.id <> d.partner_id`,
  `insert into decision (id, kind, subject_id, partner_id, policy_version_id, outcome, reason_code, note, decider_kind, decider_name, evaluation, decided_at)
   select gen_random_uuid(), 'deal.registration', id, partner_id, '${idOf("policy")}', status, 'all_rules_met', '', 'system', 'Entente',
     '{"verdict":"approve","rules":[],"outcomes":{}}', decided_at from deal where decided_at is not null and origin = 'partner'`,
  `insert into decision_basis (decision_id, partner_id, facts, evaluation) select id, partner_id, '{}', evaluation from decision`,
  `insert into clock (id, subject_id, partner_id, kind, started_at, due_at, budget_minutes, consequence, stopped_at)
   select gen_random_uuid(), id, partner_id, 'deal.review', submitted_at, submitted_at + interval '2 days', 960, 'escalate',
     case when status <> 'in_review' then submitted_at end from deal where submitted_at is not null and origin = 'partner'`,
  `insert into event (id, at, type, subject_kind, subject_id, partner_id, audience, actor_kind, actor_id, actor_name, actor_side, data)
   select gen_random_uuid(), d.created_at, e.type, 'deal', d.id, d.partner_id, 'all', e.kind, case when e.kind = 'person' then d.owner_id end, 'Somebody', e.side, '{}'
   from deal d, (values ('deal.drafted', 'person', 'partner'), ('deal.submitted', 'person', 'partner'), ('deal.approvedByRule', 'system', 'system'),
     ('deal.stageChanged', 'person', 'partner')) e (type, kind, side)
   where d.origin = 'partner' and (e.type = 'deal.drafted' or d.status <> 'draft') order by d.created_at`,
  `update deal set reviewer_id = '${owner.personId}' where status = 'in_review' and number like '%9'`,
  `drop table volume`,
];

/** The world of the tests with ten thousand deals and everything that hangs on them, written by SQL and analysed. */
export async function seedVolume(): Promise<void> {
  await seedWorld();
  for (const statement of statements) await sql(statement);
  await keepSearchable()(noon);
  await sql("vacuum analyze");
}
