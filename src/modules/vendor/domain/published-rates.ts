import { isPlainDate, type PlainDate } from "@/kernel/dates";

/** Units of a currency per euro on a day, as published. */
export type PublishedRate = { readonly currency: string; readonly day: PlainDate; readonly perEuro: string };
export type ReadRates = {
  readonly rates: readonly PublishedRate[];
  /** Lines that are no rates, with what is wrong: a message key. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
};

/** Whose rates they are; named wherever they are used. */
export const publisher = "European Central Bank";

const months = "january february march april may june july august september october november december".split(" ");
const written = /^(\d{1,2}) ([a-z]+) (\d{4})$/i;
const currencyCode = /^[A-Z]{3}$/;
const decimal = /^\d{1,11}(\.\d{1,8})?$/;

/** "2026-04-13", or "13 April 2026" as in the file of one day. */
function dayIn(text: string): PlainDate | null {
  if (isPlainDate(text)) return text;
  const [, day = "", month = "", year = ""] = written.exec(text) ?? [];
  const number = months.indexOf(month.toLowerCase()) + 1;
  const iso = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return number > 0 && isPlainDate(iso) ? iso : null;
}

const isRate = (text: string) => decimal.test(text) && Number(text) > 0;
const isUnquoted = (text: string) => text === "" || text === "N/A";

function fromTable(text: string): ReadRates {
  const lines = text.split(/\r?\n/);
  const cells = (line: string) => line.split(",").map((cell) => cell.trim());
  const currencies = cells(lines[0] ?? "").slice(1);
  const rates: PublishedRate[] = [];
  const problems: ReadRates["problems"][number][] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === "") continue;
    const [first = "", ...values] = cells(line);
    const day = dayIn(first);
    if (!day) problems.push({ line: index + 1, message: "vendor.rates.problem.day" });
    else if (values.some((value, place) => currencies[place] && !isUnquoted(value) && !isRate(value)))
      problems.push({ line: index + 1, message: "vendor.rates.problem.rate" });
    else
      for (const [place, perEuro] of values.entries()) {
        const currency = currencies[place] ?? "";
        if (currencyCode.test(currency) && !isUnquoted(perEuro)) rates.push({ currency, day, perEuro });
      }
  }
  return { rates, problems };
}

const element = /<Cube\s+([^>]*?)\/?>/g;
const attribute = (text: string, name: string) => new RegExp(`\\b${name}=['"]([^'"]*)['"]`).exec(text)?.[1] ?? null;

function fromMarkup(text: string): ReadRates {
  const rates: PublishedRate[] = [];
  const problems: ReadRates["problems"][number][] = [];
  let day: PlainDate | null = null;
  for (const found of text.matchAll(element)) {
    const line = text.slice(0, found.index).split("\n").length;
    const inside = found[1] ?? "";
    const time = attribute(inside, "time");
    if (time !== null) {
      day = dayIn(time);
      if (!day) problems.push({ line, message: "vendor.rates.problem.day" });
      continue;
    }
    const [currency, perEuro] = [attribute(inside, "currency"), attribute(inside, "rate")];
    if (!day || currency === null || perEuro === null) continue;
    if (currencyCode.test(currency) && isRate(perEuro)) rates.push({ currency, day, perEuro });
    else problems.push({ line, message: "vendor.rates.problem.rate" });
  }
  return { rates, problems };
}

/**
 * Reads a file of euro reference rates as the European Central Bank publishes them: the table of one day or of all days (CSV), or
 * the same as XML. Null where a text is neither.
 */
export function readPublishedRates(text: string): ReadRates | null {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  if (/^date\s*,/i.test(plain)) return fromTable(plain);
  return plain.startsWith("<") && plain.includes("<Cube") ? fromMarkup(plain) : null;
}
