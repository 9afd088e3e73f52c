import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { actionFindings } from "./source-actions";
import { cruiseLayers, uncruised } from "./source-layers";
import { flattenMessages, localeFindings, type Messages, usedKeyFindings } from "./source-messages";
import { lengthFindings, nameFindings } from "./source-names";
import type { Finding, Source } from "./source-syntax";
import { rawQueryFindings, textFindings } from "./source-text";

/** Locales whose every text is written; others fall back to en where a key is missing. */
export const completeLocales: readonly string[] = ["en", "de"];

/** The house rules that look at one file at a time, and the message files. */
export function houseFindings(root: string, sources: readonly Source[]): Finding[] {
  const english = readMessages(root, "en");
  const perFile = sources.flatMap((source) => [
    ...nameFindings(source.path),
    ...lengthFindings(source.path, source.text),
    ...actionFindings(source),
    ...textFindings(source),
    ...rawQueryFindings(source),
    ...usedKeyFindings(source, english),
  ]);
  const locales = completeLocales.flatMap((locale) => localeFindings(locale, readMessages(root, locale), english));
  return [...perFile, ...locales];
}

/** The layer rules, and any file the cruise did not see. */
export async function layerFindings(root: string, sources: readonly Source[]): Promise<Finding[]> {
  const report = await cruiseLayers(root, sources);
  const unseen = uncruised(report, sources).map((path) => ({
    path,
    line: 1,
    message: "was not cruised: the layer check is blind",
  }));
  const broken = report.violations.map(({ rule, from, to, cycle, comment }) => {
    const way = cycle.length > 0 ? cycle.join(" → ") : to;
    return { path: from, line: 1, message: `${rule}: imports ${way}. ${comment}` };
  });
  return [...unseen, ...broken];
}

function readMessages(root: string, locale: string): Messages {
  const folder = join(root, "messages", locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const entries = files.flatMap((file) => {
    const content = z.json().parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    return [...flattenMessages(file.replace(/\.json$/, ""), content)];
  });
  return new Map(entries);
}
