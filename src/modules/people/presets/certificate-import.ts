import { linkTo } from "@/modules/imports/domain/links";
import type { Preset } from "@/modules/imports/domain/preset";
import { textOf, wordOf } from "@/modules/imports/domain/words";
import type { ImportPart, ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

const preset: Preset = {
  id: "certificates",
  fields: [
    {
      key: "person",
      kind: "text",
      words: ["email", "e-mail", "holder", "holder email", "person email"],
      format: "email",
      required: true,
    },
    {
      key: "name",
      kind: "text",
      words: ["certificate", "certification", "certificate name", "exam", "credential"],
      most: 200,
      required: true,
    },
    { key: "level", kind: "text", words: ["certificate level", "grade"], most: 80 },
    { key: "productLine", kind: "choice", words: ["product", "product line"], among: "product_line" },
    {
      key: "issuedOn",
      kind: "date",
      words: ["issued", "issue date", "passed on", "certified on", "valid from"],
      required: true,
    },
    { key: "expiresOn", kind: "date", words: ["expires", "expiry date", "expiration date", "valid until", "valid to"] },
  ],
  check: (row) =>
    row.expiresOn && textOf(row, "expiresOn") <= textOf(row, "issuedOn")
      ? [{ field: "expiresOn", reason: "expiresBeforeIssued" }]
      : [],
  // What was issued again on another day is another certificate.
  identity: (row) => wordOf("certificate", ["person", "name", "issuedOn"].map((field) => textOf(row, field)).join("|")),
  links: {
    person: linkTo("person", "person", "mail"),
    productLine: linkTo("product_line", "productLine", "code"),
  },
};

const target: ImportTarget = {
  table: "certificate",
  named: Prisma.sql`
    select w.word, c.id from certificate c join person p on p.id = c.person_id
    cross join lateral (select 'certificate:' || lower(p.email || '|' || c.name || '|' || c.issued_on) as word) w
    where w.word in (select word from asked)`,
  written: ({ importId, part, now }) => Prisma.sql`
    select r.id, jsonb_build_object('level', r.values ->> 'level', 'product_line_id', r.refs ->> 'productLine',
        'expires_on', r.values ->> 'expiresOn'),
      jsonb_build_object('partner_id', p.partner_id, 'person_id', p.id, 'name', r.values ->> 'name', 'level', '',
        'issued_on', r.values ->> 'issuedOn', 'source', 'import', 'created_at', ${now}::timestamptz), '{}'::jsonb
    from import_row r join person p on p.id = (r.refs ->> 'person')::uuid
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'`,
  children: {},
  contradictions: ({ importId, part }) => Prisma.sql`
    select r.id, 'person', 'personOfNoPartner' from import_row r join person p on p.id = (r.refs ->> 'person')::uuid
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready' and p.partner_id is null`,
  partnerOf: Prisma.sql`select r.id, p.partner_id from import_row r join person p on p.id = (r.refs ->> 'person')::uuid`,
};

/** Certificates of people of partners. */
export const certificateImport: ImportPart = { preset, target, file: null };
