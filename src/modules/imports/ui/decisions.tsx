"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { CommitProps, Target } from "./decision-forms";

const forms = () => import("./decision-forms");

/** The last step: says what will be written, and asks once. */
export function CommitImport({ consequence, ...form }: CommitProps & { consequence: string }) {
  const t = useTranslations("imports.commit");
  return (
    <ActionDialog
      label={form.label}
      variant="primary"
      title={t("title")}
      description={consequence}
      load={async () => (await forms()).CommitForm}
      form={form}
    />
  );
}

/** Takes an import back, after saying what that means. */
export function UndoImport({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("imports.undo");
  return (
    <ActionDialog
      label={t("open")}
      variant="danger"
      title={t("title")}
      description={consequence}
      load={async () => (await forms()).UndoForm}
      form={target}
    />
  );
}

/** Forgets an import of which nothing was written. */
export function DiscardImport(target: Target & { next: string }) {
  const t = useTranslations("imports.discard");
  return (
    <ActionDialog
      label={t("open")}
      variant="quiet"
      title={t("title")}
      description={t("consequence")}
      load={async () => (await forms()).DiscardForm}
      form={target}
    />
  );
}
