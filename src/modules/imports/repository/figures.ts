import { z } from "zod";
import type { Tx } from "@/server/db";
import { type RowOutcome, rowOutcomes, type Total } from "../domain/report";
import type { ImportPart, PartAtWork } from "./target";

/** How many rows of a part have each outcome. */
export async function outcomesOf(tx: Tx, importId: string, part: string): Promise<Record<RowOutcome, number>> {
  const groups = await tx.importRow.groupBy({ by: ["state"], where: { importId, part }, _count: { id: true } });
  const counts = new Map(groups.map(({ state, _count }) => [state, _count.id]));
  return Object.fromEntries(rowOutcomes.map((name) => [name, counts.get(name) ?? 0])) as Record<RowOutcome, number>;
}

export const reasonSchema = z.object({ severity: z.string(), reason: z.string(), rows: z.number() });

/** How many rows of a part have each problem. */
export async function reasonsOf(
  tx: Tx,
  importId: string,
  part: string,
): Promise<Record<"errors" | "warnings", Record<string, number>>> {
  const rows = await tx.$queryRaw<z.infer<typeof reasonSchema>[]>`
    select p ->> 'severity' as severity, p ->> 'reason' as reason, count(distinct r.id)::int as rows
    from import_row r cross join lateral jsonb_array_elements(r.problems) p
    where r.import_id = ${importId}::uuid and r.part = ${part} group by 1, 2 order by 3 desc, 2`;
  const of = (severity: string) =>
    Object.fromEntries(rows.filter((row) => row.severity === severity).map(({ reason, rows }) => [reason, rows]));
  return { errors: of("error"), warnings: of("warning") };
}

export const ruledSchema = z.object({ field: z.string(), rows: z.number() });

/** How many rows of a part got the value of a field by rule. */
export async function ruledOf(tx: Tx, importId: string, part: string): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<z.infer<typeof ruledSchema>[]>`
    select f.field, count(*)::int as rows from import_row r cross join lateral jsonb_array_elements_text(r.values -> 'byRule') f (field)
    where r.import_id = ${importId}::uuid and r.part = ${part} and r.state <> 'error' group by 1 order by 1`;
  return Object.fromEntries(rows.map(({ field, rows }) => [field, rows]));
}

export const totalSchema = z.object({
  group: z.string(),
  currency: z.string(),
  rows: z.number(),
  in_file: z.bigint(),
  imported: z.bigint(),
});

/** Sums of the amounts of a part, by the values of one of its fields and by currency. Every row whose amount can be read counts. */
export async function totalsOf(tx: Tx, importId: string, { preset, totalBy = "" }: ImportPart): Promise<Total[]> {
  const totals: Total[] = [];
  for (const { key } of preset.fields.filter(({ kind }) => kind === "money")) {
    const rows = await tx.$queryRaw<z.infer<typeof totalSchema>[]>`
      select coalesce(r.values ->> ${totalBy}::text, '') as "group", coalesce(r.values -> ${key}::text ->> 'currency', '') as currency,
        count(*)::int as rows, coalesce(sum((r.values -> ${key}::text ->> 'amount')::bigint), 0)::bigint as in_file,
        coalesce(sum((r.values -> ${key}::text ->> 'amount')::bigint) filter (where r.state in ('insert', 'update', 'same')), 0)::bigint as imported
      from import_row r where r.import_id = ${importId}::uuid and r.part = ${preset.id} group by 1, 2 order by 1, 2`;
    totals.push(
      ...rows.map(({ in_file, ...row }) => ({
        ...row,
        field: key,
        inFile: Number(in_file),
        imported: Number(row.imported),
      })),
    );
  }
  return totals;
}

export const bookedSchema = z.object({ group: z.string(), currency: z.string(), amount: z.bigint() });

/** Compares what was booked with what the rows said. A difference is a bug, and nothing of the import stays. */
export async function reconcile(tx: Tx, work: PartAtWork, part: ImportPart): Promise<void> {
  const booked = part.target.booked?.(work);
  if (!booked) return;
  const rows = await tx.$queryRaw<z.infer<typeof bookedSchema>[]>`${booked}`;
  const key = ({ group, currency }: { group: string; currency: string }) => `${group} ${currency}`;
  const there = new Map(rows.map((row) => [key(row), Number(row.amount)]));
  const totals = (await totalsOf(tx, work.importId, part)).filter(({ currency }) => currency !== "");
  const wrong = totals.filter((total) => (there.get(key(total)) ?? 0) !== total.imported);
  const first = wrong[0];
  if (first)
    throw new Error(
      `${part.preset.id} ${key(first)}: the rows say ${first.imported}, booked is ${there.get(key(first)) ?? 0}`,
    );
}
