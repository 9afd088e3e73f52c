"use client";

import { useTranslations } from "next-intl";

export type MessageParams = Readonly<Record<string, string | number>>;

/** Translates the message keys that schemas and failures speak. What is not a key (a library's own words) is never shown. */
export function useMessage(): (key: string, params?: MessageParams) => string {
  const t = useTranslations();
  return (key, params) => (t.has(key) ? t(key, params) : t("ui.form.invalid"));
}
