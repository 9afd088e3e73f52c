import { isCurrency } from "@/kernel/money";
import { type Answers, currencyAnswer, type Question, questionId, settleDates, settleDecimal } from "./answers";
import type { ColumnProfile } from "./column-profile";
import type { DateFormat } from "./dates";
import type { DecimalMark } from "./decimals";
import { columnNamed, type MappedColumns, type Mapping, mapColumns } from "./mapping";
import type { CurrencySource, Field, Preset } from "./preset";
import { type Vocabulary, vocabularyOf } from "./vocabulary";

/** How one field is read: everything about its column that was found or said. */
export type FieldPlan = {
  readonly field: Field;
  /** Null where no column feeds the field. */
  readonly column: number | null;
  /** Shape of date → its format. */
  readonly formats: Readonly<Record<string, DateFormat>>;
  /** Null while it is not known. */
  readonly mark: DecimalMark | null;
  /** The currency of an amount: that of another field, or a fixed one. */
  readonly currency: Exclude<CurrencySource, "asked"> | null;
  readonly vocabulary: Vocabulary | null;
};

/** How the rows of a file are read. What is still open in `questions` makes problems of the values it is about. */
export type RowPlan = {
  readonly headers: readonly string[];
  readonly fields: readonly FieldPlan[];
  readonly answers: Answers;
  readonly questions: readonly Question[];
  readonly columns: MappedColumns;
};

export type Vocabularies = Readonly<Record<string, Vocabulary>>;

function chosenColumns(headers: readonly string[], fields: readonly Field[], answers: Answers): Mapping {
  const chosen: Record<string, number | null> = {};
  for (const { key } of fields) {
    const answer = answers[questionId.column(key)];
    const column = answer === undefined ? undefined : columnNamed(headers, answer);
    if (column !== undefined) chosen[key] = column;
  }
  return chosen;
}

function currencyOf(field: Field, mapping: Mapping, answers: Answers): Exclude<CurrencySource, "asked"> | null {
  if (field.kind !== "money") return null;
  const answer = currencyAnswer(answers, field.key);
  if (answer && isCurrency(answer)) return { fixed: answer };
  if (field.currency === "asked") return null;
  const isFed = "fixed" in field.currency || (mapping[field.currency.field] ?? null) !== null;
  return isFed ? field.currency : null;
}

/** Puts together what a file's columns show, what was remembered and what a person said; asks for the rest. */
export function planRows(
  preset: Preset,
  profiles: readonly ColumnProfile[],
  remembered: Mapping,
  answers: Answers,
  vocabularies: Vocabularies,
): RowPlan {
  const headers = profiles.map(({ header }) => header);
  const columns = mapColumns(headers, preset.fields, chosenColumns(headers, preset.fields, answers), remembered);
  const questions: Question[] = columns.open.map(({ field, columns: likely }) => ({
    kind: "column",
    id: questionId.column(field),
    field,
    columns: likely,
  }));
  const fields = preset.fields.map((field): FieldPlan => {
    const column = columns.mapping[field.key] ?? null;
    const profile = column === null ? undefined : profiles[column];
    const plan: FieldPlan = {
      field,
      column,
      formats: {},
      mark: null,
      currency: currencyOf(field, columns.mapping, answers),
      vocabulary: vocabularyFor(field, vocabularies),
    };
    if (!profile || column === null) return plan;
    if (field.kind === "date") {
      const { formats, questions: open } = settleDates(profile.dates, field.key, column, answers);
      questions.push(...open);
      return { ...plan, formats };
    }
    if (field.kind !== "money" && field.kind !== "integer") return plan;
    if (field.kind === "money" && !plan.currency && profile.filled > 0) {
      questions.push({ kind: "currency", id: questionId.currency(field.key), field: field.key });
    }
    const mark = settleDecimal(profile.decimals, field.key, column, answers);
    if ("question" in mark) questions.push(mark.question);
    return "settled" in mark ? { ...plan, mark: mark.settled } : plan;
  });
  return { headers, fields, answers, questions, columns };
}

function vocabularyFor(field: Field, vocabularies: Vocabularies): Vocabulary | null {
  if (field.kind !== "choice") return null;
  if (typeof field.among !== "string") return vocabularyOf(field.among);
  const vocabulary = vocabularies[field.among];
  if (!vocabulary) throw new Error(`nobody supplied the values of ${field.among}`);
  return vocabulary;
}
