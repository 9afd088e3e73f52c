import type { Prisma, Tx } from "@/server/db";
import type { Known, Preset, RowProblem, TypedRow } from "../domain/preset";

/** One part of one import, at work. */
export type PartAtWork = {
  readonly importId: string;
  readonly part: string;
  readonly now: Date;
  /** Who imports; null where a program does. */
  readonly personId: string | null;
  /** The vendor's zone: days of a file are days there. */
  readonly zone: string;
  readonly reportingCurrency: string;
  /** Nothing is written: what is counted up by writing stays as it is. */
  readonly dryRun: boolean;
};

/**
 * Where the rows of a part go: a table whose rows are recognised by words. All statements are about the rows of the part at work
 * that are in the state `ready`, as they lie in `import_row`.
 */
export type ImportTarget = {
  readonly table: string;
  /** Selects `word, id` of the records that are called by the words in `asked`. */
  readonly named: Prisma.Sql;
  /**
   * Selects `row_id, data, fresh, children` for rows in the state `ready`: columns to write (null leaves what is there), columns
   * for new records only, and lines of other tables that hang on the record.
   */
  written(work: PartAtWork): Prisma.Sql;
  /** Other table → the columns by which its lines are told apart. */
  readonly children: Readonly<Record<string, readonly string[]>>;
  /** Selects `row_id, field, reason` of rows that contradict what is there. */
  contradictions?(work: PartAtWork): Prisma.Sql;
  /** Selects `row_id` of rows whose record has moved on, so that no import may change it any more. */
  locked?(work: PartAtWork): Prisma.Sql;
  /** Selects the partner of each row, `row_id, partner_id`, for the events. */
  readonly partnerOf: Prisma.Sql;
  /** What a cell may name, where the target is a list to choose from. */
  known?(tx: Tx): Promise<readonly Known[]>;
  /** What follows from the rows that were written. */
  after?(tx: Tx, work: PartAtWork): Promise<void>;
  /** Selects `group, currency, amount` of what was booked, to compare with what the file says. */
  booked?(work: PartAtWork): Prisma.Sql;
};

/** A row that was completed by rules, rates and days. */
export type CompletedRow = {
  readonly values: TypedRow;
  readonly problems: readonly RowProblem[];
  /** The fields a rule gave their value. */
  readonly byRule: readonly string[];
  /** What was worked out, kept with the row. */
  readonly more?: Readonly<Record<string, unknown>>;
};

/** A kind of record in an import: how its rows are read, and where they go. */
export type ImportPart = {
  readonly preset: Preset;
  readonly target: ImportTarget;
  /** The file of a folder; null where the import is one file. */
  readonly file: string | null;
  /** Rows that say the same thing again are one. */
  readonly distinct?: true;
  /** The field by whose values amounts are summed. */
  readonly totalBy?: string;
  /** Lists of the vendor that fields are among, by their name. */
  readonly lists?: Readonly<Record<string, (tx: Tx) => Promise<readonly Known[]>>>;
  /** Gets ready to complete rows with what the program knows. */
  prepare?(tx: Tx, work: PartAtWork): Promise<Completion>;
};

export type Completion = {
  readonly rules: { readonly name: string; readonly version: number } | null;
  complete(rows: readonly TypedRow[]): Promise<readonly CompletedRow[]>;
};

/** An import as the command line and the screens offer it. */
export type ImportDefinition = {
  readonly id: string;
  /** In the order they are applied: what is referred to comes first. */
  readonly parts: readonly ImportPart[];
};
