"use client";

import { useTranslations } from "next-intl";
import { SelectField, type SelectProps } from "@/ui/form/fields";
import { isNoteOptional, type ReasonKind, reasonVocabularies } from "../domain/reasons";
import { useOffered } from "./offered-reasons";

/** Chooses a coded reason among those that are offered; it says which of them needs a note, where not every one does. */
export function ReasonField({ kind, ...field }: Omit<SelectProps, "options"> & { kind: ReasonKind }) {
  const t = useTranslations("deals.reasonField");
  const words = useTranslations(`deals.${reasonVocabularies[kind]}`);
  const options = useOffered(kind).map(({ code, noteRequired }) => ({
    value: code,
    label: noteRequired && isNoteOptional[kind] ? t("withNote", { reason: words(code) }) : words(code),
  }));
  return <SelectField {...field} options={options} />;
}
