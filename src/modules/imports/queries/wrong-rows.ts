import type { Tx } from "@/server/db";
import type { Problem } from "../domain/preset";

/** A row that has a problem, as it stands in the file. */
export type ProblemRow = {
  readonly part: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
};

const columns = { part: true, line: true, cells: true, problems: true } as const;

// Cells and problems were written from these types.
const toRow = (row: { part: string; line: number; cells: unknown; problems: unknown }) => row as ProblemRow;

/** The first wrong rows of an import, in the order of its parts and files. */
export async function firstWrongRows(tx: Tx, importId: string, most: number): Promise<ProblemRow[]> {
  const parts = await tx.importPart.findMany({
    where: { importId },
    orderBy: { position: "asc" },
    select: { part: true },
  });
  const found: ProblemRow[] = [];
  for (const { part } of parts) {
    if (found.length >= most) break;
    const rows = await tx.importRow.findMany({
      where: { importId, part, state: "error" },
      orderBy: { line: "asc" },
      take: most - found.length,
      select: columns,
    });
    found.push(...rows.map(toRow));
  }
  return found;
}

const batchSize = 1000;

/** The wrong rows of a part behind a line, in the order of the file; none at the end. */
export async function wrongRowsAfter(tx: Tx, importId: string, part: string, line: number): Promise<ProblemRow[]> {
  const rows = await tx.importRow.findMany({
    where: { importId, part, state: "error", line: { gt: line } },
    orderBy: { line: "asc" },
    take: batchSize,
    select: columns,
  });
  return rows.map(toRow);
}

/** All wrong rows of a part, in batches. */
export async function eachWrongBatch(
  tx: Tx,
  importId: string,
  part: string,
  take: (rows: readonly ProblemRow[]) => Promise<void>,
): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await wrongRowsAfter(tx, importId, part, after);
    const last = rows.at(-1);
    if (!last) return;
    await take(rows);
    after = last.line;
  }
}
