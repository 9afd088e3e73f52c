import type { Tx } from "@/server/db";
import type { Problem } from "../domain/preset";
import type { RowOutcome } from "../domain/report";

/** A row of a file with what became of it. */
export type OutcomeRow = {
  readonly id: string;
  readonly line: number;
  /** What the record is called in the file. */
  readonly label: string;
  readonly outcome: RowOutcome;
  readonly problems: readonly Problem[];
  /** The record in the program, where there is one. */
  readonly recordId: string | null;
};

export type RowFilter = {
  readonly part: string;
  readonly outcome: RowOutcome | "warning";
  readonly reason?: string | undefined;
  /** The line after which the page begins. */
  readonly after?: number | undefined;
};

export type RowPage = { readonly rows: readonly OutcomeRow[]; readonly next: number | null };

const pageSize = 50;

const named = ["name", "reference", "email"];

function labelOf(values: unknown, cells: unknown): string {
  // Values are a record of what was understood, cells a list of texts; both were written so.
  const known = values as Record<string, unknown>;
  const found = named.map((key) => known[key]).find((value) => typeof value === "string" && value !== "");
  return String(found ?? (cells as string[]).find((cell) => cell.trim() !== "") ?? "");
}

/** The rows of a part that have an outcome, in the order of the file. */
export async function outcomeRows(
  tx: Tx,
  importId: string,
  { part, outcome, reason, after = 0 }: RowFilter,
): Promise<RowPage> {
  const found = await tx.importRow.findMany({
    where: {
      importId,
      part,
      line: { gt: after },
      ...(outcome === "warning" ? { state: { not: "error" } } : { state: outcome }),
      ...problemsWith(outcome, reason),
    },
    orderBy: { line: "asc" },
    take: pageSize + 1,
    select: { id: true, line: true, cells: true, values: true, state: true, problems: true, targetId: true },
  });
  const rows = found.slice(0, pageSize).map(({ cells, values, state, problems, targetId, ...row }) => ({
    ...row,
    label: labelOf(values, cells),
    // The column was written from these types.
    outcome: state as RowOutcome,
    problems: problems as unknown as Problem[],
    recordId: targetId,
  }));
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.line ?? null) : null };
}

function problemsWith(outcome: RowFilter["outcome"], reason: string | undefined) {
  const severity = outcome === "warning" ? "warning" : outcome === "error" ? "error" : null;
  if (!severity) return {};
  return { problems: { array_contains: [reason ? { severity, reason } : { severity }] } };
}
