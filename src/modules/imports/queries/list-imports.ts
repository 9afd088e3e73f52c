import { z } from "zod";
import type { Prisma, Tx } from "@/server/db";
import { countOf, type ImportReport, type ImportStatus } from "../domain/report";

/** An import in the list. Before its first check nobody knows which rows are good. */
export type ImportRow = {
  readonly id: string;
  readonly name: string;
  readonly preset: string;
  readonly by: string;
  readonly at: Date;
  readonly status: ImportStatus;
  readonly hasQuestions: boolean;
  readonly rows: number;
  readonly bad: number | null;
};

export type ImportList = { readonly rows: readonly ImportRow[]; readonly next: string | null };

const pageSize = 50;

export function countImports(tx: Tx): Promise<number> {
  return tx.import.count();
}

const columns = {
  id: true,
  name: true,
  preset: true,
  status: true,
  report: true,
  createdByName: true,
  createdAt: true,
  checkedAt: true,
  parts: { select: { rows: true } },
} as const;

type Found = Prisma.ImportGetPayload<{ select: typeof columns }>;

function toRow({ createdByName, createdAt, checkedAt, parts, ...row }: Found): ImportRow {
  // The columns were written from these types.
  const report = checkedAt ? (row.report as unknown as ImportReport) : null;
  return {
    id: row.id,
    name: row.name,
    preset: row.preset,
    status: row.status as ImportStatus,
    by: createdByName,
    at: createdAt,
    hasQuestions: !report || report.questions.length > 0 || report.moreQuestions > 0,
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    bad: report ? countOf(report, "error") : null,
  };
}

/** One import as the list shows it; null where there is none. */
export async function importRow(tx: Tx, id: string): Promise<ImportRow | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await tx.import.findUnique({ where: { id }, select: columns });
  return found && toRow(found);
}

/** A page of the imports, newest first; ids follow the order of time. */
export async function listImports(tx: Tx, after?: string): Promise<ImportList> {
  const cursor = z.uuid().safeParse(after);
  const found = await tx.import.findMany({
    where: cursor.success ? { id: { lt: cursor.data } } : {},
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: columns,
  });
  const rows = found.slice(0, pageSize).map(toRow);
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}
