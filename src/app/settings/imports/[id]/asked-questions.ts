import { readDate } from "@/modules/imports/domain/dates";
import { type DecimalMark, readDecimal } from "@/modules/imports/domain/decimals";
import type { ImportReport, PartQuestion } from "@/modules/imports/domain/report";
import type { Choices } from "@/modules/imports/queries/choices";
import { choiceWord, fieldWord, type Words } from "@/modules/imports/ui/import-words";
import type { AskedQuestion } from "@/modules/imports/ui/question-field";
import { amongOf, definitionOf } from "@/modules/imports/use-cases/definitions";
import { formatDay, formatNumber } from "@/ui/format/format";

type Reading = {
  readonly t: Words;
  readonly locale: string;
  readonly preset: string;
  readonly choices: Choices;
  /** The currency the vendor reports in, the likeliest. */
  readonly currency: string;
};

type Asked<Kind extends PartQuestion["kind"]> = Extract<PartQuestion, { kind: Kind }>;
type Read = Extract<PartQuestion, { witness: unknown }>;

/** The open questions of a check in the reader's words, each answer with what it would mean. */
export function askedQuestions(report: ImportReport, reading: Reading): AskedQuestion[] {
  return report.questions.map((question) => inWords(question, report, reading));
}

function inWords(question: PartQuestion, report: ImportReport, reading: Reading): AskedQuestion {
  const part = report.parts.find((each) => each.part === question.part);
  const headers = part?.headers ?? [];
  const base = { id: question.id, others: [], mayBeEmpty: false, proposed: null };
  switch (question.kind) {
    case "date":
      return { ...base, ...ofDate(question, headers, reading), form: "choice" };
    case "decimal":
      return { ...base, ...ofDecimal(question, headers, reading), form: "choice" };
    case "column":
      return { ...base, ...ofColumn(question, headers, reading), form: "list" };
    case "currency":
      return { ...base, ...ofCurrency(question, reading), form: "list" };
    case "value":
      return { ...base, ...ofValue(question, part?.file ?? "", reading), form: "choice" };
  }
}

const nameOf = (headers: readonly string[], column: number) => headers[column] || `#${column + 1}`;

function ofDate({ column, choices, witness }: Read, headers: readonly string[], { t, locale }: Reading) {
  return {
    text: t("questions.date", { column: nameOf(headers, column) }),
    where: t("questions.witness", { line: witness.line, value: witness.value }),
    options: choices.map((format) => {
      const day = readDate(witness.value, format);
      const meaning =
        day && t("questions.means", { value: witness.value, meaning: formatDay(day, locale, { year: true }) });
      return { value: format, label: format, ...(meaning ? { help: meaning } : {}) };
    }),
  };
}

function ofDecimal({ column, choices, witness }: Read, headers: readonly string[], { t, locale }: Reading) {
  return {
    text: t("questions.decimal", { column: nameOf(headers, column) }),
    where: t("questions.witness", { line: witness.line, value: witness.value }),
    options: choices.map((mark) => {
      // The choices of this question are decimal marks.
      const plain = readDecimal(witness.value, mark as DecimalMark);
      const meaning = plain && formatNumber(Number(plain), locale, { digits: plain.split(".")[1]?.length ?? 0 });
      return {
        value: mark,
        label: t(mark === "." ? "questions.point" : "questions.comma"),
        ...(meaning ? { help: t("questions.means", { value: witness.value, meaning }) } : {}),
      };
    }),
  };
}

function ofColumn({ field, columns }: Asked<"column">, headers: readonly string[], { t }: Reading) {
  const order = [...columns, ...headers.keys()];
  return {
    text: t("questions.column", { field: fieldWord(t, field) }),
    where: t("questions.columnHelp"),
    options: [...new Set(order)].map((index) => ({ value: `#${index + 1}`, label: nameOf(headers, index) })),
  };
}

function ofCurrency({ field }: Asked<"currency">, { t, locale, currency }: Reading) {
  const codes = [...new Set([currency, ...Intl.supportedValuesOf("currency")])];
  return {
    text: t("questions.currency", { field: fieldWord(t, field) }),
    where: t("questions.currencyHelp"),
    options: codes.map((code) => ({
      value: code,
      label: choiceWord(t, locale, "currency", { key: code, label: code }),
    })),
  };
}

function ofValue({ part, field, text, rows, line, proposals }: Asked<"value">, file: string, reading: Reading) {
  const { t, locale, preset, choices } = reading;
  const definition = definitionOf(preset);
  const among = definition && amongOf(definition, part, field);
  const option = (known: { key: string; label: string }) => ({
    value: known.key,
    label: choiceWord(t, locale, among, known),
  });
  const likely = new Set(proposals.map(({ key }) => key));
  const others = (choices[`${part}/${field}`] ?? []).filter(({ key }) => !likely.has(key)).map(option);
  const [only] = proposals.length === 1 ? proposals : [];
  return {
    text: t("questions.value", { text, field: fieldWord(t, field) }),
    where: t("questions.found", { file, rows, line }),
    options: proposals.map(option),
    mayBeEmpty: true,
    others: others.toSorted((one, other) => one.label.localeCompare(other.label, locale)),
    proposed: only?.key ?? null,
  };
}
