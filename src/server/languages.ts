import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type Messages = { [key: string]: string | Messages };

/** The language all text is written in first; where another one lacks a text, this one speaks. */
export const firstLanguage = "en";

const folder = path.join(process.cwd(), "messages");

/** The languages the product can be read in. Adding one is adding a folder; a variant such as en-GB holds only what differs. */
export function languages(): string[] {
  return readdirSync(folder).sort();
}

/** What a language calls itself, in short: "Deutsch", "UK English". */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language", style: "short" }).of(language) ?? language;
  const [first = "", ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join("");
}

/** A language and those it is a variant of, the most specific first: "de-AT" is also "de". */
export function languagesOf(language: string): string[] {
  const parts = language.split("-");
  return parts.map((_, index) => parts.slice(0, index + 1).join("-")).toReversed();
}

/** A language and what it falls back on, the most specific last: "de-AT" reads en, de, de-AT. */
function layersOf(language: string): string[] {
  const known = languages();
  return [...new Set([firstLanguage, ...languagesOf(language).toReversed()])].filter((layer) => known.includes(layer));
}

/** The messages of one folder, each file under its name. */
export function messagesIn(language: string): Messages {
  const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [
      path.basename(name, ".json"),
      JSON.parse(readFileSync(path.join(folder, language, name), "utf8")),
    ]),
  );
}

function laidOver(below: Messages, above: Messages): Messages {
  const laid = { ...below };
  for (const [key, text] of Object.entries(above)) {
    const under = laid[key];
    laid[key] = typeof text === "object" && typeof under === "object" ? laidOver(under, text) : text;
  }
  return laid;
}

/** All messages of a language, with those it falls back on where it has none of its own. */
export function messagesWithFallback(language: string): Messages {
  return layersOf(language).map(messagesIn).reduce(laidOver, {});
}

/** The best of the known languages for an Accept-Language header: by weight, and "de-AT" is content with "de". */
export function preferredLanguage(header: string | null, known: readonly string[]): string | undefined {
  const wanted = (header ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => part.startsWith("q="))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((left, right) => right.weight - left.weight);
  for (const { tag } of wanted) {
    for (let name = tag; name; name = name.slice(0, Math.max(0, name.lastIndexOf("-")))) {
      const found = known.find((language) => language.toLowerCase() === name);
      if (found) return found;
    }
  }
  return undefined;
}
