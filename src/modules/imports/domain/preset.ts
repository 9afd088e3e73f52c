import type { Money } from "@/kernel/money";

/** Something a cell may name: its key is stored, its label shown, and it is known by both and by its other words. */
export type Known = { readonly key: string; readonly label: string; readonly words?: readonly string[] };

type FieldOf<Kind extends string, Details = object> = {
  readonly key: string;
  readonly kind: Kind;
  /** Headers it is known by, besides its key. */
  readonly words: readonly string[];
  readonly required?: true;
} & Details;

/** Where the currency of an amount comes from: another field of the row, the preset, or the person who imports. */
export type CurrencySource = { readonly field: string } | { readonly fixed: string } | "asked";

/** What a column of a file can be. A choice is among written-out values or a list that is loaded when a file is checked. */
export type Field =
  | FieldOf<"text", { readonly most?: number; readonly format?: "email" | "website" }>
  | FieldOf<"date">
  | FieldOf<"integer">
  | FieldOf<"money", { readonly currency: CurrencySource }>
  | FieldOf<"choice", { readonly among: string | readonly Known[]; readonly many?: true }>;

export type TypedValue = string | number | readonly string[] | Money | null;
export type TypedRow = Readonly<Record<string, TypedValue>>;

/** Whether a value of a row is an amount. */
export function isMoney(value: TypedValue | undefined): value is Money {
  return typeof value === "object" && value !== null && "currency" in value;
}

export const problemReasons = [
  "missing",
  "tooLong",
  "notADate",
  "notANumber",
  "notAnAmount",
  "tooManyDigits",
  "otherCurrency",
  "noCurrency",
  "notAnEmail",
  "notAWebsite",
  "unknownValue",
  "tooFewCells",
  "tooManyCells",
  "undecodable",
  "formula",
  "unsettled",
  "repeated",
  "unknownReference",
  "ambiguousReference",
] as const;
export type ProblemReason = (typeof problemReasons)[number];

/**
 * What is wrong with a row: the column as the file names it (null for the row itself), the value as it stands there, and why.
 * `reason` is one of `problemReasons` or one of the preset's own. A warning does not keep the row out.
 */
export type Problem = {
  readonly reason: string;
  readonly severity: "error" | "warning";
  readonly field: string | null;
  readonly column: string | null;
  readonly value: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What does not hold between the values of a row; an error unless it says otherwise. */
export type RowProblem = { readonly field: string; readonly reason: string; readonly severity?: Problem["severity"] };

/** Something in the program a row points at: the ways it may be called, the surest first, and what follows where nothing is called so. */
export type Link = {
  readonly target: string;
  readonly field: string;
  readonly words: (row: TypedRow) => readonly string[];
  readonly missing: { readonly reason: string; readonly severity: "error" | "warning" };
};

/** How the rows of one kind of file are read. Data and pure functions only. */
export type Preset = {
  /** The name of the part; on the command line, where an import has only this one. */
  readonly id: string;
  readonly fields: readonly Field[];
  /** Values that no column gives and every row gets. They are shown to the person who imports. */
  readonly fixed?: TypedRow;
  /** What the preset makes out of a name because the file has no such column. It is shown too. */
  readonly made?: readonly string[];
  /** What must hold between the values of a row that was read without a problem; reasons are keys. */
  readonly check?: (row: TypedRow) => readonly RowProblem[];
  /** What follows from the values: keys, folded names. Plain data, kept with the row. */
  readonly derive?: (row: TypedRow) => Readonly<Record<string, unknown>>;
  /** The words by which the record of a row is recognised when it comes again, the surest first. */
  readonly identity: (row: TypedRow) => readonly string[];
  /** The words by which rows of later parts may call it. */
  readonly words?: (row: TypedRow) => readonly string[];
  readonly links?: Readonly<Record<string, Link>>;
};
