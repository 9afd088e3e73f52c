import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { definitions } from "@/modules/imports/use-cases/definitions";

type Words = Record<"preset" | "presetHelp" | "part" | "field" | "choice", Record<string, string>>;

test.each(["en", "de"])("every import, its parts, fields and choices have words in %s", (language) => {
  const words: Words = JSON.parse(readFileSync(`messages/${language}/imports.json`, "utf8"));
  const missing = definitions.flatMap(({ id, parts }) => [
    ...(["preset", "presetHelp"] as const).flatMap((group) => (words[group][id] ? [] : [`${group}.${id}`])),
    ...parts.flatMap(({ preset }) => [
      ...(words.part[preset.id] ? [] : [`part.${preset.id}`]),
      ...preset.fields.flatMap((field) => [
        ...(words.field[field.key] ? [] : [`field.${field.key}`]),
        ...("among" in field && Array.isArray(field.among)
          ? field.among.flatMap(({ key }) => (words.choice[key] ? [] : [`choice.${key}`]))
          : []),
      ]),
    ]),
  ]);
  expect(missing).toEqual([]);
});
