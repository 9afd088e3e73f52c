import { z } from "zod";
import type { Tx } from "@/server/db";
import type { Vocabularies } from "../domain/plan";
import type { Known } from "../domain/preset";
import { countryVocabulary, currencyVocabulary, type Vocabulary, vocabularyOf } from "../domain/vocabulary";
import type { ImportPart, ImportTarget } from "./target";

const locales = ["en", "de"];
const brought = z.object({ code: z.string(), name: z.string() });

/** What earlier parts of the import bring to choose from. */
async function broughtBy(tx: Tx, importId: string, table: string): Promise<Known[]> {
  const parts = await tx.importPart.findMany({ where: { importId, target: table }, select: { part: true } });
  const rows = await tx.importRow.findMany({
    where: {
      importId,
      part: { in: parts.map(({ part }) => part) },
      state: { in: ["insert", "update", "same", "skip"] },
    },
    orderBy: { line: "asc" },
    select: { values: true },
  });
  return rows.map(({ values }) => brought.parse(values)).map(({ code, name }) => ({ key: code, label: name }));
}

/** The lists the choices of a preset are among, as they are in the program and as the import brings them. */
export async function vocabulariesFor(
  tx: Tx,
  importId: string,
  { preset, lists }: Pick<ImportPart, "preset" | "lists">,
  targets: ReadonlyMap<string, ImportTarget>,
): Promise<Vocabularies> {
  const found: Record<string, Vocabulary> = {};
  for (const field of preset.fields) {
    if (field.kind !== "choice" || typeof field.among !== "string" || found[field.among]) continue;
    const { among } = field;
    if (among === "country") found[among] = countryVocabulary(locales);
    else if (among === "currency") found[among] = currencyVocabulary(locales);
    else if (lists?.[among]) found[among] = vocabularyOf(await lists[among](tx));
    else {
      const there = (await targets.get(among)?.known?.(tx)) ?? [];
      const news = (await broughtBy(tx, importId, among)).filter(
        ({ key }) => !there.some((known) => known.key === key),
      );
      found[among] = vocabularyOf([...there, ...news]);
    }
  }
  return found;
}
