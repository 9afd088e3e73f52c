import type { Tx } from "@/server/db";
import type { Known } from "../domain/preset";
import type { PartQuestion } from "../domain/report";
import { vocabulariesFor } from "../repository/vocabularies";
import { definitionOf, targetsOf } from "../use-cases/definitions";

/** Everything a text nobody knows could stand for, by part and field ("customers/country"). */
export type Choices = Readonly<Record<string, readonly Pick<Known, "key" | "label">[]>>;

/** The lists the open questions of an import choose from. */
export async function choicesFor(
  tx: Tx,
  importId: string,
  preset: string,
  questions: readonly PartQuestion[],
): Promise<Choices> {
  const definition = definitionOf(preset);
  const choices: Record<string, readonly Pick<Known, "key" | "label">[]> = {};
  if (!definition) return choices;
  for (const part of definition.parts) {
    const asked = questions.filter((question) => question.kind === "value" && question.part === part.preset.id);
    if (asked.length === 0) continue;
    const vocabularies = await vocabulariesFor(tx, importId, part, targetsOf(definition));
    for (const field of part.preset.fields) {
      if (field.kind !== "choice" || asked.every((question) => question.field !== field.key)) continue;
      const known = typeof field.among === "string" ? (vocabularies[field.among]?.known ?? []) : field.among;
      choices[`${part.preset.id}/${field.key}`] = known.map(({ key, label }) => ({ key, label }));
    }
  }
  return choices;
}
