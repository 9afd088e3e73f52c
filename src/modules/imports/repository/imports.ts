import type { Tx } from "@/server/db";
import type { Answers } from "../domain/answers";
import type { ColumnProfile } from "../domain/column-profile";
import type { FoundEncoding } from "../domain/encoding";
import type { ImportReport, ImportStatus } from "../domain/report";

export type StoredPart = {
  readonly part: string;
  readonly target: string;
  readonly fileName: string;
  readonly encoding: FoundEncoding;
  readonly delimiter: string;
  readonly headerLine: number | null;
  readonly profiles: readonly ColumnProfile[];
  readonly rows: number;
  readonly blank: number;
};

export type StoredImport = {
  readonly id: string;
  readonly preset: string;
  readonly name: string;
  readonly status: ImportStatus;
  readonly onDuplicate: "skip" | "update";
  readonly goodRowsOnly: boolean;
  readonly answers: Answers;
  /** What the newest check found; null before the first. */
  readonly report: ImportReport | null;
  readonly createdAt: Date;
  readonly parts: readonly StoredPart[];
};

/** An import as it stands, locked until the transaction ends; null where there is none. */
export async function findImport(tx: Tx, id: string): Promise<StoredImport | null> {
  await tx.$executeRaw`select from import where id = ${id}::uuid for update`;
  const row = await tx.import.findUnique({ where: { id }, include: { parts: { orderBy: { position: "asc" } } } });
  if (!row) return null;
  // The columns were written from these types, and checks of the database know the words.
  return {
    id: row.id,
    preset: row.preset,
    name: row.name,
    status: row.status as ImportStatus,
    onDuplicate: row.onDuplicate as StoredImport["onDuplicate"],
    goodRowsOnly: row.goodRowsOnly,
    answers: row.answers as Answers,
    report: row.checkedAt ? (row.report as unknown as ImportReport) : null,
    createdAt: row.createdAt,
    parts: row.parts.map(({ encoding, encodingBy, profiles, ...part }) => ({
      ...part,
      encoding: { encoding, by: encodingBy as FoundEncoding["by"] },
      profiles: profiles as unknown as ColumnProfile[],
    })),
  };
}

export type Checked = Pick<StoredImport, "onDuplicate" | "goodRowsOnly" | "answers"> & {
  readonly report: ImportReport;
};

/** Keeps what a check found, and what was said in it. */
export async function saveCheck(
  tx: Tx,
  id: string,
  { report, answers, ...choices }: Checked,
  now: Date,
): Promise<void> {
  await tx.import.updateMany({
    where: { id },
    data: {
      ...choices,
      status: "checked",
      checkedAt: now,
      answers: { ...answers },
      report: JSON.parse(JSON.stringify(report)),
    },
  });
}

/** Marks an import as done. */
export async function saveCommit(
  tx: Tx,
  id: string,
  { report, goodRowsOnly }: Pick<Checked, "report" | "goodRowsOnly">,
  now: Date,
): Promise<void> {
  await tx.import.updateMany({
    where: { id },
    data: { status: "committed", committedAt: now, goodRowsOnly, report: JSON.parse(JSON.stringify(report)) },
  });
}
