import { linkTo } from "@/modules/imports/domain/links";
import type { Preset } from "@/modules/imports/domain/preset";
import { wordOf } from "@/modules/imports/domain/words";
import type { ImportPart, ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";
import { customerLink } from "./customer-import";

const stages = [
  {
    key: "open",
    label: "Open",
    words: ["prospecting", "qualified", "proposal", "negotiation", "engaging", "yes", "true"],
  },
  { key: "closed", label: "Closed", words: ["won", "lost", "closed won", "closed lost", "no", "false"] },
];

const preset: Preset = {
  id: "direct-opportunities",
  fields: [
    { key: "reference", kind: "text", words: ["opportunity id", "external id", "id", "crm id"], required: true },
    { key: "customer", kind: "text", words: ["account", "account name", "customer name", "company"], required: true },
    { key: "customerCountry", kind: "choice", words: ["country", "account country"], among: "country" },
    { key: "customerWebsite", kind: "text", words: ["website", "domain", "account website"], format: "website" },
    { key: "productLine", kind: "choice", words: ["product", "product line"], among: "product_line" },
    { key: "owner", kind: "text", words: ["opportunity owner", "sales rep", "owner name", "seller"], required: true },
    { key: "state", kind: "choice", words: ["stage", "status", "open"], among: stages, required: true },
  ],
  identity: (row) => wordOf("reference", row.reference),
  links: {
    account: customerLink({ reason: "unknownReference", severity: "error" }),
    productLine: linkTo("product_line", "productLine", "code"),
  },
};

const target: ImportTarget = {
  table: "direct_opportunity",
  named: Prisma.sql`select 'reference:' || lower(external_id), id from direct_opportunity where 'reference:' || lower(external_id) in (select word from asked)`,
  written: ({ importId, part, now }) => Prisma.sql`
    select r.id, jsonb_build_object('account_id', r.refs ->> 'account', 'product_line_id', r.refs ->> 'productLine', 'owner_name', r.values ->> 'owner',
        'owner_id', (select p.id from person p where p.partner_id is null and lower(r.values ->> 'owner') in (lower(p.name), p.email) order by p.id limit 1),
        'is_open', r.values ->> 'state' = 'open'),
      jsonb_build_object('external_id', r.values ->> 'reference', 'synced_at', ${now}::timestamptz,
        'opened_at', ${now}::timestamptz, 'origin', 'crm', 'title', ''), '{}'::jsonb
    from import_row r where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'`,
  children: {},
  partnerOf: Prisma.sql`select r.id, null::uuid from import_row r`,
  // What the CRM says again is as fresh as what it says for the first time.
  async after(tx, { importId, part, now }) {
    await tx.$executeRaw`update direct_opportunity o set synced_at = ${now} from import_row r
      where r.import_id = ${importId}::uuid and r.part = ${part} and r.state in ('insert', 'update', 'same') and o.id = coalesce(r.target_id, r.id)`;
  },
};

/** Opportunities of the vendor's own sellers, from the CRM. */
export const directOpportunityImport: ImportPart = { preset, target, file: null };
