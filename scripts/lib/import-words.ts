import { createTranslator } from "next-intl";
import { money } from "@/kernel/money";
import type { Problem } from "@/modules/imports/domain/preset";
import {
  type ImportReport,
  type PartQuestion,
  type PartReport,
  rowOutcomes,
  type Total,
} from "@/modules/imports/domain/report";
import type { ProblemRow } from "@/modules/imports/queries/wrong-rows";
import { formatMoney } from "@/ui/format/format";
import messages from "../../messages/en/imports.json";

/** The words of imports, in English. */
export const importWords = createTranslator({ locale: "en", messages: { imports: messages }, namespace: "imports" });
const t = importWords;
type Key = Parameters<typeof t>[0];

/** Words of a key that is put together at run time; the key itself where there are none. */
function words(key: string, params: Record<string, string | number> = {}): string {
  // Keys that come from data are looked up before they are used.
  return t.has(key as Key) ? t(key as Key, params) : key;
}

/** What is wrong, in words. */
export function problemWords({ reason, params }: Problem): string {
  return words(`reason.${reason}`, { ...params });
}

/** A failure's key in words. */
export function failureWords(key: string, params: Record<string, string | number> = {}): string {
  return words(key.replace(/^imports\./, ""), params);
}

function totalWords({ group, currency, rows, inFile, imported }: Total): string {
  const name = group || "–";
  const of = (minor: number) => (currency === "" ? t("cli.noAmount") : formatMoney(money(minor, currency), "en"));
  return t("cli.total", { group: name, rows, inFile: of(inFile), imported: of(imported) });
}

const kindWords = (reason: string) =>
  t.has(`kind.${reason}` as Key) ? words(`kind.${reason}`) : words(`reason.${reason}`);

const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([reason, rows]) => `    ${t("cli.count", { reason: kindWords(reason), rows })}`);

const plain = (value: unknown) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));

function partLines(part: PartReport): string[] {
  const name = words(`part.${part.part}`);
  const outcomes = rowOutcomes
    .filter((outcome) => part.outcomes[outcome] > 0)
    .map((outcome) => t(`outcome.${outcome}`, { count: part.outcomes[outcome] }));
  if (part.blank > 0) outcomes.push(t("cli.blank", { count: part.blank }));
  const lines = [`  ${t("cli.part", { part: name, file: part.file, rows: part.rows, outcomes: outcomes.join(", ") })}`];
  if (part.encoding.by === "likely") {
    lines.push(`    ${t("cli.likely", { file: part.file, encoding: part.encoding.encoding })}`);
  }
  if (part.remembered) lines.push(`    ${t("cli.remembered", { part: name })}`);
  const fixed = Object.entries(part.fixed).map(([key, value]) => `${key} ${plain(value)}`);
  if (fixed.length > 0) lines.push(`    ${t("cli.fixed", { part: name, values: fixed.join("; ") })}`);
  if (part.made.length > 0) lines.push(`    ${t("cli.made", { part: name, fields: part.made.join(", ") })}`);
  const ruled = Object.entries(part.byRule).map(([field, rows]) => `${field} ${rows}`);
  if (ruled.length > 0) lines.push(`    ${t("cli.byRule", { part: name, values: ruled.join("; ") })}`);
  if (Object.keys(part.errors).length > 0)
    lines.push(`    ${t("cli.errors")}`, ...listed(part.errors).map((line) => `  ${line}`));
  if (Object.keys(part.warnings).length > 0)
    lines.push(`    ${t("cli.warnings")}`, ...listed(part.warnings).map((line) => `  ${line}`));
  if (part.totals.length > 0) {
    lines.push(`    ${t("cli.totals", { part: name })}`, ...part.totals.map((total) => `      ${totalWords(total)}`));
  }
  return lines;
}

function unusedLines(parts: readonly PartReport[]): string[] {
  const files = new Map(
    parts.filter(({ unusedColumns }) => unusedColumns.length > 0).map((part) => [part.file, part.unusedColumns]),
  );
  return [...files].map(([file, columns]) => `  ${t("cli.unusedColumns", { file, columns: columns.join(", ") })}`);
}

/** What a check found, for people. */
export function reportLines(
  report: ImportReport,
  name: string,
  preset: string,
  unusedFiles: readonly string[],
): string[] {
  const lines = [t("cli.title", { name, preset: words(`preset.${preset}`) }), ...report.parts.flatMap(partLines)];
  lines.push(...unusedLines(report.parts));
  if (unusedFiles.length > 0) lines.push(`  ${t("cli.unusedFiles", { files: unusedFiles.join(", ") })}`);
  if (report.rules) lines.push(`  ${t("cli.rules", report.rules)}`);
  return lines;
}

function questionWords(question: PartQuestion, report: ImportReport): string {
  const { field } = question;
  if (question.kind === "column") return t("question.column", { field });
  if (question.kind === "currency") return t("question.currency", { field });
  if (question.kind === "value") {
    const { text, rows, line, proposals } = question;
    const names = proposals.map(({ key, label }) => `${label} (${key})`).join(", ");
    const perhaps = names === "" ? "" : ` ${t("question.proposals", { proposals: names })}`;
    return t("question.value", { text, field, rows, line }) + perhaps;
  }
  const { column, witness, choices } = question;
  const headers = report.parts.find(({ part }) => part === question.part)?.headers ?? [];
  const about = { column: headers[column] || `#${column + 1}`, line: witness.line, value: witness.value };
  return question.kind === "date"
    ? t("question.date", { ...about, choices: choices.join(", ") })
    : t("question.decimal", about);
}

const quoted = (text: string) => (/^[\w./:-]+$/.test(text) ? text : `"${text}"`);

/** The options that answer a question, one for each likely answer. */
function optionsFor(question: PartQuestion): string {
  const given = (value: string) => `--answer "${question.id}=${value}"`;
  if ("choices" in question) {
    const isDate = question.kind === "date";
    return either(question.choices.map((choice) => (isDate ? `--date-format ${quoted(choice)}` : given(choice))));
  }
  if (question.kind === "column") return given("HEADER");
  if (question.kind === "currency") return given("CODE");
  const { proposals } = question;
  return either((proposals.length > 0 ? proposals.map(({ key }) => key) : ["KEY"]).map(given));
}

const either = (options: readonly string[]) => options.join(` ${t("cli.or")} `);

/** What has to be answered, each with the option that does it. */
export function questionLines(report: ImportReport): string[] {
  const { questions, moreQuestions } = report;
  const lines = [t("cli.questions", { count: questions.length + (moreQuestions > 0 ? 1 : 0) })];
  for (const question of questions) {
    lines.push(`  ${questionWords(question, report)}`, `    ${t("cli.answer", { option: optionsFor(question) })}`);
  }
  if (questions.some((question) => question.kind === "value" && question.proposals.length === 1))
    lines.push(`  ${t("cli.accept")}`);
  if (moreQuestions > 0) lines.push(`  ${t("question.more", { count: moreQuestions })}`);
  return lines;
}

/** The first wrong rows, one line for each of their problems. */
export function wrongRowLines(rows: readonly ProblemRow[], report: ImportReport, all: number): string[] {
  const fileOf = (part: string) => report.parts.find((candidate) => candidate.part === part)?.file ?? part;
  const lines = rows.flatMap(({ part, line, problems }) =>
    problems
      .filter(({ severity }) => severity === "error")
      .map((problem) => {
        const where = problem.column ?? problem.field;
        const value = problem.value ? ` (${problem.value})` : "";
        return `  ${t("cli.line", { file: fileOf(part), line, column: where ? `, ${where}` : "", reason: problemWords(problem), value })}`;
      }),
  );
  return all > rows.length ? [...lines, `  ${t("cli.more", { count: all - rows.length })}`] : lines;
}
