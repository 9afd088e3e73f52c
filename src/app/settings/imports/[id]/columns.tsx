import { getTranslations } from "next-intl/server";
import { ofPart, questionId } from "@/modules/imports/domain/answers";
import type { ImportRecord } from "@/modules/imports/queries/record-import";
import { ColumnsForm, type ColumnsPart } from "@/modules/imports/ui/columns-form";
import { fieldWord } from "@/modules/imports/ui/import-words";
import { definitionOf } from "@/modules/imports/use-cases/definitions";
import { choicesOf, importsBase, openImport } from "./place";

/** Which column of the file is what. */
export async function Columns({ record }: { record: ImportRecord }) {
  const t = await getTranslations("imports");
  const definition = definitionOf(record.preset);
  const several = (definition?.parts.length ?? 0) > 1;
  const parts = (definition?.parts ?? []).flatMap(({ preset }): ColumnsPart[] => {
    const file = record.parts.find(({ part }) => part === preset.id);
    const found = record.report?.parts.find(({ part }) => part === preset.id);
    if (!file) return [];
    const idOf = (field: string) => (several ? ofPart(preset.id, questionId.column(field)) : questionId.column(field));
    return [
      {
        part: preset.id,
        title: several ? t("columns.part", { part: t(`part.${preset.id}`), file: file.fileName }) : file.fileName,
        remembered: found?.remembered ?? false,
        fields: preset.fields.map(({ key, required }) => ({
          id: idOf(key),
          label: fieldWord(t, key),
          required: required ?? false,
          column: found?.mapping[key] ?? null,
        })),
        columns: file.columns.map(({ header, samples }, index) => ({ name: header || `#${index + 1}`, samples })),
        unused: found?.unusedColumns ?? [],
      },
    ];
  });
  return (
    <ColumnsForm
      parts={parts}
      choices={choicesOf(record)}
      next={openImport(record.id)}
      progressHref={`${importsBase}/${record.id}/progress`}
    />
  );
}
