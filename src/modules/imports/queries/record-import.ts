import type { Tx } from "@/server/db";
import type { Answers } from "../domain/answers";
import type { ColumnProfile } from "../domain/column-profile";
import type { ImportReport } from "../domain/report";
import { type ImportRow, importRow } from "./list-imports";

/** A file of an import, as one part reads it. */
export type RecordPart = {
  readonly part: string;
  readonly fileName: string;
  readonly rows: number;
  readonly columns: readonly Pick<ColumnProfile, "header" | "samples" | "filled" | "empty">[];
};

export type ImportRecord = ImportRow & {
  readonly report: ImportReport | null;
  readonly answers: Answers;
  readonly onDuplicate: "skip" | "update";
  readonly goodRowsOnly: boolean;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly parts: readonly RecordPart[];
  /** The rows are still there; after a while only what was made of them is. */
  readonly hasRows: boolean;
};

/** An import with everything its screens show; null where there is none. */
export async function recordImport(tx: Tx, id: string): Promise<ImportRecord | null> {
  const row = await importRow(tx, id);
  if (!row) return null;
  const more = await tx.import.findUniqueOrThrow({
    where: { id },
    select: {
      report: true,
      checkedAt: true,
      answers: true,
      onDuplicate: true,
      goodRowsOnly: true,
      committedAt: true,
      undoneAt: true,
      parts: { orderBy: { position: "asc" }, select: { part: true, fileName: true, rows: true, profiles: true } },
    },
  });
  const kept = await tx.importRow.findFirst({ where: { importId: id }, select: { id: true } });
  // The columns were written from these types.
  return {
    ...row,
    report: more.checkedAt ? (more.report as unknown as ImportReport) : null,
    answers: more.answers as Answers,
    onDuplicate: more.onDuplicate as ImportRecord["onDuplicate"],
    goodRowsOnly: more.goodRowsOnly,
    committedAt: more.committedAt,
    undoneAt: more.undoneAt,
    parts: more.parts.map(({ profiles, ...part }) => ({
      ...part,
      columns: (profiles as unknown as ColumnProfile[]).map(({ header, samples, filled, empty }) => ({
        header,
        samples,
        filled,
        empty,
      })),
    })),
    hasRows: kept !== null,
  };
}
