"use client";

import { useTranslations } from "next-intl";
import { setFileRemovedAction } from "../actions";
import { ToggleButton } from "./toggle-button";

/** Takes a file away, which can be undone at the same place at any time. */
export function FileActions({ fileId, name, removed }: { fileId: string; name: string; removed: boolean }) {
  const t = useTranslations("records.file");
  const label = t(removed ? "restore" : "remove");
  return (
    <ToggleButton
      label={label}
      name={t("actionName", { action: label, name })}
      variant="quiet"
      act={() => setFileRemovedAction({ fileId, removed: !removed })}
    />
  );
}
