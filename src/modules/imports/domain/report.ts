import type { Question } from "./answers";
import type { FoundEncoding } from "./encoding";
import type { Mapping } from "./mapping";
import type { TypedRow } from "./preset";

/** How far an import is. */
export type ImportStatus = "read" | "checked" | "committed" | "undone";

/** What becomes of a row: written, left as it is, left out because it exists, one with an earlier row, or wrong. */
export const rowOutcomes = ["insert", "update", "same", "skip", "repeat", "error"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A sum in minor units, of the rows that share a value and a currency: in the file, and of those that are imported. */
export type Total = {
  readonly field: string;
  readonly group: string;
  readonly currency: string;
  readonly rows: number;
  readonly inFile: number;
  readonly imported: number;
};

export type PartReport = {
  readonly part: string;
  readonly target: string;
  readonly file: string;
  readonly encoding: FoundEncoding;
  readonly delimiter: string;
  readonly headerLine: number | null;
  readonly rows: number;
  readonly blank: number;
  readonly outcomes: Readonly<Record<RowOutcome, number>>;
  /** Reason → rows. */
  readonly errors: Readonly<Record<string, number>>;
  readonly warnings: Readonly<Record<string, number>>;
  /** Field → how many rows a rule gave their value. */
  readonly byRule: Readonly<Record<string, number>>;
  readonly totals: readonly Total[];
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  /** The mapping is the one of an earlier import of a file like this. */
  readonly remembered: boolean;
  readonly unusedColumns: readonly string[];
  /** What the preset or the person says of every row. */
  readonly fixed: TypedRow;
  /** What is made out of a name. */
  readonly made: readonly string[];
};

/** A question with the part it is about; its id is the one an answer needs. */
export type PartQuestion = Question & { readonly part: string };

/** What a check of an import found, and what it would do. */
export type ImportReport = {
  readonly questions: readonly PartQuestion[];
  /** Values nobody knows, beyond those that are asked about. */
  readonly moreQuestions: number;
  readonly parts: readonly PartReport[];
  /** The program rules that filled in what the file left open. */
  readonly rules: { readonly name: string; readonly version: number } | null;
};

/** How many rows of an import have an outcome. */
export function countOf({ parts }: Pick<ImportReport, "parts">, outcome: RowOutcome): number {
  return parts.reduce((sum, { outcomes }) => sum + outcomes[outcome], 0);
}

/** What keeps a checked import from being committed: open questions, or wrong rows where all have to be good. */
export function obstacle(report: ImportReport, goodRowsOnly: boolean): "openQuestions" | "badRows" | null {
  if (report.questions.length > 0 || report.moreQuestions > 0) return "openQuestions";
  return !goodRowsOnly && countOf(report, "error") > 0 ? "badRows" : null;
}

/** Columns that no part of a file uses: what one part leaves, another may read. */
export function unusedByAll(parts: readonly PartReport[]): PartReport[] {
  return parts.map((part) => {
    const others = parts.filter(({ file }) => file === part.file);
    return {
      ...part,
      unusedColumns: part.unusedColumns.filter((column) =>
        others.every((other) => other.unusedColumns.includes(column)),
      ),
    };
  });
}
