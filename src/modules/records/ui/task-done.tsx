"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/ui/button";
import { useMessage } from "@/ui/form/use-message";
import { setTaskDoneAction } from "../actions";
import { failureKey } from "./failure-key";

/** Says that a task is done; the same place takes it back. */
export function TaskDone({ taskId, title, done }: { taskId: string; title: string; done: boolean }) {
  const t = useTranslations("records.task");
  const say = useMessage();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const label = t(done ? "reopen" : "markDone");
  return (
    <span className="flex items-center gap-2">
      {failure && (
        <span role="alert" className="text-xs text-critical-ink">
          {say(failure)}
        </span>
      )}
      <Button
        size="sm"
        variant={done ? "quiet" : "default"}
        pending={pending}
        aria-label={t("actionName", { action: label, title })}
        onClick={() =>
          start(async () => {
            const result = await setTaskDoneAction({ taskId, done: !done }).catch(() => null);
            setFailure(result ? failureKey(result) : "failures.unexpected");
          })
        }
      >
        {label}
      </Button>
    </span>
  );
}
