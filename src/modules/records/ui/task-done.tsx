"use client";

import { useTranslations } from "next-intl";
import { setTaskDoneAction } from "../actions";
import { ToggleButton } from "./toggle-button";

/** Says that a task is done; the same place takes it back. */
export function TaskDone({ taskId, title, done }: { taskId: string; title: string; done: boolean }) {
  const t = useTranslations("records.task");
  const label = t(done ? "reopen" : "markDone");
  return (
    <ToggleButton
      label={label}
      name={t("actionName", { action: label, title })}
      variant={done ? "quiet" : "default"}
      act={() => setTaskDoneAction({ taskId, done: !done })}
    />
  );
}
