import type { ImportTarget } from "@/modules/imports/public";
import { Prisma } from "@/server/db";

/** Product lines by their code, then by their name. */
export const productLineTarget: ImportTarget = {
  table: "product_line",
  named: Prisma.sql`
    select 'code:' || lower(code), id from product_line union all select 'name:' || lower(name), id from product_line`,
  written: ({ importId, part }) => Prisma.sql`
    select r.id, jsonb_build_object('name', r.values ->> 'name'), jsonb_build_object('code', r.values ->> 'code', 'active', true), '{}'::jsonb
    from import_row r where r.import_id = ${importId}::uuid and r.part = ${part} and r.state = 'ready'`,
  children: {},
  partnerOf: Prisma.sql`select r.id, null::uuid from import_row r`,
  known: async (tx) => {
    const rows = await tx.productLine.findMany({ orderBy: { code: "asc" }, select: { code: true, name: true } });
    return rows.map(({ code, name }) => ({ key: code, label: name }));
  },
};
