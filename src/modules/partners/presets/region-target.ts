import type { ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

/** Regions by their code, then by their name. */
export const regionTarget: ImportTarget = {
  table: "region",
  named: Prisma.sql`
    select 'code:' || lower(code), id from region union all select 'name:' || lower(name), id from region`,
  written: ({ importId, part }) => Prisma.sql`
    select r.id, jsonb_build_object('name', r.values ->> 'name'), jsonb_build_object('code', r.values ->> 'code'), '{}'::jsonb
    from import_row r where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'`,
  children: {},
  partnerOf: Prisma.sql`select r.id, null::uuid from import_row r`,
  known: async (tx) => {
    const rows = await tx.region.findMany({ orderBy: { code: "asc" }, select: { code: true, name: true } });
    return rows.map(({ code, name }) => ({ key: code, label: name }));
  },
};
