"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { SelectField, type SelectProps } from "@/ui/form/fields";
import { isNoteOptional, type OfferedReason, type ReasonKind, reasonVocabularies } from "../domain/reasons";

type Choices = Readonly<Record<ReasonKind, readonly OfferedReason[]>>;

const Offered = createContext<Choices | null>(null);

/** The reasons that the forms below offer. */
export function OfferedReasons({ choices, children }: { choices: Choices; children: ReactNode }) {
  return <Offered value={choices}>{children}</Offered>;
}

/** Chooses a coded reason among those that are offered; it says which of them needs a note, where not every one does. */
export function ReasonField({ kind, ...field }: Omit<SelectProps, "options"> & { kind: ReasonKind }) {
  const t = useTranslations("deals.reasonField");
  const words = useTranslations(`deals.${reasonVocabularies[kind]}`);
  const offered = use(Offered);
  if (!offered) throw new Error("a form asks for a reason, and its page says none");
  const options = offered[kind].map(({ code, noteRequired }) => ({
    value: code,
    label: noteRequired && isNoteOptional[kind] ? t("withNote", { reason: words(code) }) : words(code),
  }));
  return <SelectField {...field} options={options} />;
}
