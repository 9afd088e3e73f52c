"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { NewTask } from "./task-form";

/** Plans a task about a record. */
export function AddTask({ audience, ...task }: NewTask & { audience: string }) {
  const t = useTranslations("records.task");
  return (
    <ActionDialog
      label={t("add")}
      variant="quiet"
      title={t("addTitle")}
      description={`${t("addText")} ${audience}`}
      load={async () => (await import("./task-form")).TaskForm}
      form={task}
    />
  );
}
