import { customerLink } from "@/modules/accounts/public";
import { linkTo } from "@/modules/imports/domain/links";
import { type Field, isMoney, type Preset } from "@/modules/imports/domain/preset";
import { wordOf } from "@/modules/imports/domain/words";
import type { ImportPart, ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

const kinds = ["new", "renewal", "expansion", "contraction", "churn"].map((key) => ({ key, label: key }));

const fields: readonly Field[] = [
  { key: "reference", kind: "text", words: ["line id", "order line", "external id", "invoice line"], required: true },
  { key: "order", kind: "text", words: ["order number", "order reference", "po number", "invoice"], required: true },
  { key: "deal", kind: "text", words: ["deal number", "registration", "deal registration"] },
  { key: "partner", kind: "text", words: ["partner domain", "partner name", "reseller"] },
  { key: "customer", kind: "text", words: ["account", "account name", "customer name", "company"] },
  { key: "customerCountry", kind: "choice", words: ["country", "account country"], among: "country" },
  { key: "customerWebsite", kind: "text", words: ["website", "domain", "account website"], format: "website" },
  { key: "productLine", kind: "choice", words: ["product", "product line"], among: "product_line" },
  {
    key: "bookedOn",
    kind: "date",
    words: ["booked", "booking date", "order date", "invoice date"],
    required: true,
  },
  {
    key: "amount",
    kind: "money",
    words: ["value", "net amount", "line amount"],
    currency: { field: "currency" },
    required: true,
  },
  { key: "currency", kind: "choice", words: ["currency code"], among: "currency" },
  { key: "kind", kind: "choice", words: ["type", "revenue type"], among: kinds },
];

const warning = (reason: string) => ({ reason, severity: "warning" }) as const;

const preset: Preset = {
  id: "orders",
  fields,
  fixed: { source: "orders" },
  check: ({ amount }) => (isMoney(amount) && amount.amount === 0 ? [{ field: "amount", reason: "missing" }] : []),
  identity: (row) => wordOf("reference", row.reference),
  links: {
    partner: linkTo("partner", "partner", "domain", "name"),
    account: customerLink(warning("customerUnknown")),
    productLine: linkTo("product_line", "productLine", "code"),
  },
};

const target: ImportTarget = {
  table: "revenue_line",
  named: Prisma.sql`select 'reference:' || lower(external_id), id from revenue_line
    where source = 'orders' and 'reference:' || lower(external_id) in (select word from asked)`,
  written: ({ importId, part, now }) => Prisma.sql`
    select r.id, jsonb_build_object('order_reference', r.values ->> 'order', 'deal_reference', r.values ->> 'deal',
        'partner_id', r.refs ->> 'partner', 'account_id', r.refs ->> 'account', 'product_line_id', r.refs ->> 'productLine',
        'booked_on', r.values ->> 'bookedOn', 'amount', (r.values -> 'amount' ->> 'amount')::bigint,
        'currency', r.values -> 'amount' ->> 'currency', 'kind', r.values ->> 'kind'),
      jsonb_build_object('source', 'orders', 'external_id', r.values ->> 'reference', 'kind', 'new', 'created_at', ${now}::timestamptz),
      '{}'::jsonb
    from import_row r where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready' order by r.line`,
  children: {},
  // What proves a win stays as it was when it did.
  locked: ({ importId, part }) => Prisma.sql`
    select r.id from import_row r join revenue_line l on l.id = r.target_id
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready' and l.deal_id is not null`,
  partnerOf: Prisma.sql`select r.id, (r.refs ->> 'partner')::uuid from import_row r`,
  booked: ({ importId, part }) => Prisma.sql`
    select '' as "group", l.currency, coalesce(sum(l.amount), 0)::bigint as amount
    from import_row r join revenue_line l on l.id = r.target_id
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state in ('insert', 'update', 'same') group by 1, 2`,
};

/** Lines of orders and invoices, from the vendor's books. */
export const orderImport: ImportPart = { preset, target, file: null };
