import { registrableDomain } from "@/modules/accounts/domain/website";
import { type Answers, valueAnswer } from "./answers";
import { cellProblems } from "./cells";
import { trimCell } from "./column-profile";
import { dateShape, readDate } from "./dates";
import { type DecimalMark, decimalMarks, readAmount, readDecimal, readInteger } from "./decimals";
import type { FieldPlan, RowPlan } from "./plan";
import type { Field, Preset, Problem, TypedRow, TypedValue } from "./preset";
import { readKnown, type Vocabulary } from "./vocabulary";

/** A row as it was understood. A value that could not be read is null and has a problem. */
export type ReadRow = { readonly values: TypedRow; readonly problems: readonly Problem[] };

/** `words` are the parts of the text the reason is about, where it is not about the whole. */
type Reading =
  | { readonly value: TypedValue }
  | { readonly reason: string; readonly most?: number; readonly words?: readonly string[] };

type Of<Kind extends Field["kind"]> = Extract<Field, { kind: Kind }>;

const longestText = 200;
const email = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/;
const separators = /[;,|/]/;

function readText({ most = longestText, format }: Of<"text">, text: string): Reading {
  if (text.length > most) return { reason: "tooLong", most };
  if (format === "email") return email.test(text) ? { value: text.toLowerCase() } : { reason: "notAnEmail" };
  if (format === "website") return registrableDomain(text) ? { value: text } : { reason: "notAWebsite" };
  return { value: text };
}

function readDay(formats: FieldPlan["formats"], text: string): Reading {
  const shape = dateShape(text)?.shape;
  if (shape === undefined) return { reason: "notADate" };
  const format = formats[shape];
  if (format === undefined) return { reason: "unsettled" };
  const day = readDate(text, format);
  return day ? { value: day } : { reason: "notADate" };
}

/** The mark a number is read with. While it is not known, only what every mark reads alike can be read. */
function markFor(mark: DecimalMark | null, text: string): DecimalMark | null {
  const readings = new Set(decimalMarks.map((candidate) => readDecimal(text, candidate)));
  return mark ?? (readings.size === 1 ? "." : null);
}

function readWhole(mark: DecimalMark | null, text: string): Reading {
  const used = markFor(mark, text);
  if (!used) return { reason: "unsettled" };
  const value = readInteger(text, used);
  return value === null ? { reason: "notANumber" } : { value };
}

function readMoney(mark: DecimalMark | null, text: string, currency: string | null): Reading {
  if (!currency) return { reason: "noCurrency" };
  const used = markFor(mark, text);
  if (!used) return { reason: "unsettled" };
  const amount = readAmount(text, used, currency);
  return amount.kind === "amount" ? { value: amount.money } : { reason: amount.reason };
}

function readChoice(field: Of<"choice">, vocabulary: Vocabulary | null, text: string, answers: Answers): Reading {
  const words = field.many ? text.split(separators).map(trimCell).filter(Boolean) : [text];
  if (words.some((word) => word.length > longestText)) return { reason: "tooLong", most: longestText };
  const found = words.map((word) => {
    const answer = valueAnswer(answers, field.key, word);
    return { word, key: answer === "" ? "" : vocabulary && readKnown(vocabulary, answer ?? word) };
  });
  const unknown = found.filter(({ key }) => key === null).map(({ word }) => word);
  if (unknown.length > 0) return { reason: "unknownValue", words: unknown };
  const keys = [...new Set(found.flatMap(({ key }) => key || []))];
  return { value: keys.length === 0 ? null : field.many ? keys : (keys[0] ?? null) };
}

function readField(plan: FieldPlan, text: string, answers: Answers, currency: string | null): Reading {
  const { field } = plan;
  if (field.kind === "text") return readText(field, text);
  if (field.kind === "date") return readDay(plan.formats, text);
  if (field.kind === "integer") return readWhole(plan.mark, text);
  if (field.kind === "money") return readMoney(plan.mark, text, currency);
  return readChoice(field, plan.vocabulary, text, answers);
}

function currencyFor({ currency }: FieldPlan, values: TypedRow): string | null {
  if (!currency) return null;
  const named = "fixed" in currency ? currency.fixed : values[currency.field];
  return typeof named === "string" ? named : null;
}

// An amount needs the currency of its row, so it is read after what may name it.
const order = ({ field }: FieldPlan) => (field.kind === "money" ? 1 : 0);

function withFixed({ fixed = {} }: Preset, values: TypedRow): TypedRow {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  return { ...values, ...fixed, ...Object.fromEntries(given) };
}

/** Reads the cells of one row, in the file's own order of columns, into the values of a preset's fields. Nothing is guessed. */
export function readRow(preset: Preset, plan: RowPlan, cells: readonly string[]): ReadRow {
  const problems = cellProblems(plan.headers, cells);
  const values: Record<string, TypedValue> = {};
  const textOf = ({ column }: FieldPlan) => (column === null ? "" : trimCell(cells[column] ?? ""));
  const add = (
    { field, column }: FieldPlan,
    value: string,
    reason: string,
    { most, severity = "error" }: { most?: number | undefined; severity?: Problem["severity"] } = {},
  ) =>
    problems.push({
      reason,
      severity,
      field: field.key,
      column: column === null ? null : (plan.headers[column] ?? null),
      value: value.slice(0, longestText),
      ...(most ? { params: { most } } : {}),
    });

  for (const fieldPlan of plan.fields.toSorted((a, b) => order(a) - order(b))) {
    const { field } = fieldPlan;
    const text = textOf(fieldPlan);
    const reading: Reading =
      text === "" ? { value: null } : readField(fieldPlan, text, plan.answers, currencyFor(fieldPlan, values));
    values[field.key] = "value" in reading ? reading.value : null;
    if ("reason" in reading) {
      for (const word of reading.words ?? [text]) add(fieldPlan, word, reading.reason, { most: reading.most });
    } else if (reading.value === null && field.required) add(fieldPlan, text, "missing");
  }
  const isSound = problems.every(({ severity }) => severity === "warning");
  const sound = withFixed(preset, values);
  for (const { field, reason, severity } of isSound ? (preset.check?.(sound) ?? []) : []) {
    const fieldPlan = plan.fields.find((candidate) => candidate.field.key === field);
    if (fieldPlan) add(fieldPlan, textOf(fieldPlan), reason, { severity });
  }
  return { values: sound, problems };
}
