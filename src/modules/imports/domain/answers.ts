import { foldName } from "@/modules/accounts/domain/company-name";
import { type DateEvidence, isDateFormat, weighDates } from "./dates";
import { type DecimalMark, decimalMarks } from "./decimals";
import { type Evidence, type Verdict, type Witness, weigh } from "./evidence";

/**
 * What a person said about a file, by the id of the question. `*` in place of a field is every field:
 *   column:<field>         a header, "#3", or nothing for "no column"
 *   date:<field>:<shape>   a date format
 *   date:*                 a date format, for all dates that can have it
 *   decimal:<field>        "." or ","
 *   currency:<field>       a currency code
 *   value:<field>:<text>   the key the text stands for, or nothing for "leave it empty"
 */
export type Answers = Readonly<Record<string, string>>;

/** What a person has to say before a file can be imported. Dates and amounts are never guessed. */
export type Question =
  | { readonly kind: "column"; readonly id: string; readonly field: string; readonly columns: readonly number[] }
  | {
      readonly kind: "date" | "decimal";
      readonly id: string;
      readonly field: string;
      readonly column: number;
      readonly choices: readonly string[];
      readonly witness: Witness;
    }
  | { readonly kind: "currency"; readonly id: string; readonly field: string }
  | {
      readonly kind: "value";
      readonly id: string;
      readonly field: string;
      readonly text: string;
      readonly rows: number;
      readonly line: number;
      /** Keys with labels, the likeliest first; one alone can be accepted at once. */
      readonly proposals: readonly { readonly key: string; readonly label: string }[];
    };

export const questionId = {
  column: (field: string) => `column:${field}`,
  date: (field: string, shape: string) => `date:${field}:${shape}`,
  decimal: (field: string) => `decimal:${field}`,
  currency: (field: string) => `currency:${field}`,
  value: (field: string, text: string) => `value:${field}:${foldName(text)}`,
};

/** The answer for all dates that can have one format. */
export const anyDate = "date:*";

const prefixed = /^([\w-]+)\/(.*)$/;

/** The question of one part of several: "accounts/value:country:korea". */
export function ofPart(part: string, id: string): string {
  return `${part}/${id}`;
}

/** What was said about one part, also by what was said about all of them; its own answers count more. */
export function answersOf(part: string, answers: Answers): Answers {
  const entries = Object.entries(answers).map(([id, value]) => ({ id, value, parts: prefixed.exec(id) }));
  return Object.fromEntries([
    ...entries.filter(({ parts }) => !parts).map(({ id, value }) => [id, value]),
    ...entries.flatMap(({ parts, value }) => (parts?.[1] === part ? [[parts[2], value]] : [])),
  ]);
}

/** The answers that are worth keeping for the next file of a layout: what texts stand for. Dates and amounts are asked again. */
export function valueAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id.startsWith("value:")));
}

function answered(answers: Answers, id: (field: string) => string, field: string): string | undefined {
  return answers[id(field)] ?? answers[id("*")];
}

/** What was said a text of a field stands for: a key, "" for nothing; undefined where nobody was asked. */
export function valueAnswer(answers: Answers, field: string, text: string): string | undefined {
  return answered(answers, (name) => questionId.value(name, text), field);
}

/** The currency that was named for an amount without one. */
export function currencyAnswer(answers: Answers, field: string): string | undefined {
  return answered(answers, questionId.currency, field);
}

type Settled<T> = { readonly settled: T } | { readonly question: Question };

function settle<T extends string>(
  verdict: Verdict,
  ways: readonly T[],
  answer: string | undefined,
  about: { kind: "date" | "decimal"; id: string; field: string; column: number },
): Settled<T> | null {
  const chosen = ways.find((way) => way === answer);
  if (chosen !== undefined) return { settled: chosen };
  if (verdict.kind === "none") return null;
  const sure = verdict.kind === "sure" ? ways[verdict.way] : undefined;
  if (sure !== undefined) return { settled: sure };
  const choices = verdict.kind === "ask" ? verdict.ways.flatMap((way) => ways[way] ?? []) : [];
  return verdict.kind === "ask" ? { question: { ...about, choices, witness: verdict.witness } } : null;
}

/** The format of each shape of date in a column (any, where no day exists in any), and what has to be asked about the rest. */
export function settleDates(dates: readonly DateEvidence[], field: string, column: number, answers: Answers) {
  const formats: Record<string, string> = {};
  const questions: Question[] = [];
  for (const entry of dates) {
    const id = questionId.date(field, entry.shape);
    const general = entry.formats.find((format) => format === answers[anyDate]);
    const answer = answered(answers, (name) => questionId.date(name, entry.shape), field) ?? general;
    const ways = answer && isDateFormat(answer) ? [...new Set([...entry.formats, answer])] : entry.formats;
    const settled = settle(weighDates(entry), ways, answer, { kind: "date", id, field, column });
    if (settled && "question" in settled) questions.push(settled.question);
    else formats[entry.shape] = settled?.settled ?? entry.formats[0] ?? "";
  }
  return { formats, questions };
}

/** The decimal mark of a column, or the question; a column without a number reads with a point. */
export function settleDecimal(decimals: Evidence, field: string, column: number, answers: Answers) {
  const answer = answered(answers, questionId.decimal, field);
  const about = { kind: "decimal" as const, id: questionId.decimal(field), field, column };
  const settled = settle<DecimalMark>(weigh(decimals), decimalMarks, answer, about);
  return settled ?? { settled: "." as const };
}
