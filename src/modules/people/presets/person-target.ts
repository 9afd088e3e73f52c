import type { ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

/** People by their address. A role is added where the person does not have it; none is taken away. */
export const personTarget: ImportTarget = {
  table: "person",
  named: Prisma.sql`
    select 'mail:' || email, id from person where 'mail:' || email in (select word from asked)
    union all select 'name:' || lower(name), id from person where partner_id is null and 'name:' || lower(name) in (select word from asked)`,
  written: ({ importId, part, now }) => Prisma.sql`
    select r.id, jsonb_build_object('name', v.name, 'title', v.title, 'zone', v.zone),
      jsonb_build_object('email', v.email, 'partner_id', r.refs ->> 'partner', 'title', '', 'zone', 'UTC', 'locale', 'en',
        'is_contact', v.role = 'channel_manager', 'created_at', ${now}::timestamptz),
      jsonb_build_object('membership', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'person_id', coalesce(r.target_id, r.id),
        'partner_id', r.refs ->> 'partner', 'role', v.role, 'created_at', ${now}::timestamptz)))
    from import_row r cross join lateral jsonb_to_record(r.values) as v (name text, email text, title text, zone text, role text)
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'`,
  children: { membership: ["person_id", "role"] },
  contradictions: ({ importId, part }) => Prisma.sql`
    select r.id, 'partner', 'ofAnotherPartner' from import_row r join person p on p.id = r.target_id
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready' and p.partner_id is distinct from (r.refs ->> 'partner')::uuid`,
  partnerOf: Prisma.sql`select r.id, (r.refs ->> 'partner')::uuid from import_row r`,
};
