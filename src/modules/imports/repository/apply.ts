import { z } from "zod";
import type { Tx } from "@/server/db";
import type { ImportTarget, PartAtWork } from "./target";

/** One commit at a time: what a second would find depends on the first. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('entente.import', 0))`;
}

export const writtenSchema = z.object({ inserted: z.number(), updated: z.number() });

/** Writes what the rows of a part say, with what hangs on their records. */
export async function writePart(
  tx: Tx,
  work: PartAtWork,
  target: ImportTarget,
): Promise<z.infer<typeof writtenSchema>> {
  const [written] = await tx.$queryRaw<
    z.infer<typeof writtenSchema>[]
  >`select inserted, updated from entente.write_import(
    ${work.importId}::uuid, ${work.part}, ${JSON.stringify(target.children)}::jsonb, ${work.now})`;
  await target.after?.(tx, work);
  return written ?? { inserted: 0, updated: 0 };
}

/** An event for each record that was written; historic, so that nobody is told. */
export async function writeRowEvents(
  tx: Tx,
  { importId, part, now, personId }: PartAtWork,
  target: ImportTarget,
  actorName: string,
): Promise<void> {
  await tx.$executeRaw`insert into event (id, at, type, subject_kind, subject_id, partner_id, audience, actor_kind, actor_id, actor_name, actor_side, data, historic)
    select r.id, ${now}, ${target.table} || case r.state when 'insert' then '.imported' else '.updatedByImport' end, ${target.table}, r.target_id,
      o.partner_id, 'all', ${personId ? "person" : "system"}, ${personId}::uuid, ${actorName}, ${personId ? "vendor" : "system"},
      jsonb_build_object('importId', r.import_id), true
    from import_row r join (${target.partnerOf}) o (row_id, partner_id) on o.row_id = r.id
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state in ('insert', 'update') order by r.line`;
}

export const undoneSchema = z.object({ removed: z.number(), restored: z.number() });

/** Takes everything back that an import wrote and nobody has changed since. */
export async function takeBack(tx: Tx, importId: string, now: Date): Promise<z.infer<typeof undoneSchema>> {
  const [undone] = await tx.$queryRaw<
    z.infer<typeof undoneSchema>[]
  >`select removed, restored from entente.undo_import(${importId}::uuid, ${now})`;
  return undone ?? { removed: 0, restored: 0 };
}

export type KeptRecord = { readonly target: string; readonly recordId: string; readonly why: string };

/** What an undo left where it was, and why. */
export async function keptRecords(tx: Tx, importId: string): Promise<KeptRecord[]> {
  const rows = await tx.importWrite.findMany({
    where: { importId, kept: { in: ["changed", "in_use"] }, kind: { in: ["insert", "update"] } },
    orderBy: { position: "asc" },
    select: { target: true, recordId: true, kept: true },
  });
  return rows.map(({ kept, ...row }) => ({ ...row, why: kept ?? "" }));
}

/** Forgets an import that was not committed, with everything that was read for it. */
export async function forgetImport(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`select entente.forget_import(${importId}::uuid)`;
}
