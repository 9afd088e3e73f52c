import { isPlainDate, type PlainDate } from "@/kernel/dates";
import { foldName } from "@/modules/accounts/domain/company-name";
import { addEvidence, type Evidence, noEvidence, type Verdict, weigh } from "./evidence";

/** How a date is written: YYYY or YY, MM or MMM (a month's name), DD or D, and what stands between them. */
export type DateFormat = string;

/** What the dates of a column look like ("n/n/nnnn"), the formats such a date can have, and what the values say about them. */
export type DateEvidence = {
  readonly shape: string;
  readonly formats: readonly DateFormat[];
  readonly evidence: Evidence;
};

const plausible = { from: 1900, to: 2200 };
// The day as written: a time of day without a zone changes nothing about it, one with a zone could.
const wallTime = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?$/;

type Shape = { readonly shape: string; readonly formats: readonly DateFormat[] };

/** The shape of a text that could be a date, with the formats it can have; null for anything else. */
export function dateShape(text: string): Shape | null {
  const day = text.replace(wallTime, "");
  const parts = /^(\d+)([-/.])(\d{1,2})\2(\d+)$/.exec(day);
  if (parts) {
    const [, first = "", mark = "", , last = ""] = parts;
    const shape = `${first.length > 2 ? "nnnn" : "n"}${mark}n${mark}${last.length === 4 ? "nnnn" : "n"}`;
    if (first.length === 4 && last.length <= 2) return { shape, formats: [`YYYY${mark}MM${mark}DD`] };
    if (first.length > 2) return null;
    if (last.length === 4) return { shape, formats: [`DD${mark}MM${mark}YYYY`, `MM${mark}DD${mark}YYYY`] };
    if (last.length !== 2) return null;
    return { shape, formats: [`DD${mark}MM${mark}YY`, `MM${mark}DD${mark}YY`, `YY${mark}MM${mark}DD`] };
  }
  if (/^\d{8}$/.test(day)) return { shape: "nnnnnnnn", formats: ["YYYYMMDD"] };
  if (/^\d{1,2}(?:st|nd|rd|th|\.)?[\s-]+\p{L}+\.?[\s,-]+\d{4}$/iu.test(day))
    return { shape: "n name nnnn", formats: ["D MMM YYYY"] };
  if (/^\p{L}+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}$/iu.test(day))
    return { shape: "name n nnnn", formats: ["MMM D YYYY"] };
  return null;
}

/** Two digits do not say the century, so their formats are never taken without being asked for. */
function hidesCentury(format: DateFormat): boolean {
  return !format.includes("YYYY");
}

function monthNames(): Map<string, string> {
  const names = new Map<string, string>([["sept", "09"]]);
  for (const locale of ["en", "de"]) {
    for (const month of ["long", "short"] as const) {
      const words = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" });
      for (let index = 0; index < 12; index += 1) {
        names.set(foldName(words.format(Date.UTC(2000, index, 1))), String(index + 1).padStart(2, "0"));
      }
    }
  }
  return names;
}
const months = monthNames();

const tokens: Record<string, string> = {
  YYYY: "(?<year>\\d{4})",
  YY: "(?<short>\\d{2})",
  MMM: "(?<name>\\p{L}+)",
  MM: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{1,2})",
  D: "(?<day>\\d{1,2})(?:st|nd|rd|th)?",
};
const compiled = new Map<DateFormat, RegExp | null>();

function patternOf(format: DateFormat): RegExp | null {
  const known = compiled.get(format);
  if (known !== undefined) return known;
  const pattern = compile(format);
  compiled.set(format, pattern);
  return pattern;
}

function compile(format: DateFormat): RegExp | null {
  const found = format.match(/YYYY|YY|MMM|MM|DD|D/g) ?? [];
  const kinds = found.map((token) => token[0]).sort();
  if (kinds.join("") !== "DMY" || !/^[YMD\s./-]+$/.test(format) || format.length > 12) return null;
  const source = format
    .replaceAll(".", "\\.")
    .replace(/\s+/g, "[\\s.,-]+")
    .replace(/YYYY|YY|MMM|MM|DD|D/g, (token) => tokens[token] ?? token);
  const packed = format === "YYYYMMDD" ? source.replaceAll("{1,2}", "{2}") : source;
  return new RegExp(`^${packed}$`, "iu");
}

/** Whether a text names a format: one year, one month, one day. */
export function isDateFormat(text: string): boolean {
  return patternOf(text) !== null;
}

/** Reads a day in one format; null where the text does not have it or the day does not exist. Years are 1900 to 2199. */
export function readDate(text: string, format: DateFormat): PlainDate | null {
  const groups = patternOf(format)?.exec(text.replace(wallTime, ""))?.groups;
  if (!groups) return null;
  const { year, short, name, month, day = "" } = groups;
  // Two digits as POSIX reads them: 69 to 99 are of the last century.
  const full = year ?? `${Number(short) >= 69 ? 19 : 20}${short}`;
  const two = month ?? months.get(foldName(name ?? ""));
  if (!two || Number(full) < plausible.from || Number(full) >= plausible.to) return null;
  const iso = `${full}-${two.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(iso) ? iso : null;
}

/** Adds a value of a column to what is known about its dates. Anything that does not look like a date is left alone. */
export function addDate(found: DateEvidence[], text: string, line: number): void {
  const shape = dateShape(text);
  if (!shape) return;
  let entry = found.find((candidate) => candidate.shape === shape.shape);
  if (!entry) {
    entry = { ...shape, evidence: noEvidence(shape.formats.length) };
    found.push(entry);
  }
  const readings = entry.formats.map((format) => readDate(text, format));
  addEvidence(entry.evidence, readings, { line, value: text });
}

/** The format of the dates of one shape, or those a person has to choose from. */
export function weighDates({ formats, evidence }: DateEvidence): Verdict {
  const verdict = weigh(evidence);
  const way = verdict.kind === "sure" ? formats[verdict.way] : undefined;
  if (verdict.kind !== "sure" || !way || !hidesCentury(way)) return verdict;
  const ways = [...formats.keys()].filter((index) => (evidence.fits[index] ?? 0) > 0);
  return evidence.first ? { kind: "ask", ways, witness: evidence.first } : verdict;
}
