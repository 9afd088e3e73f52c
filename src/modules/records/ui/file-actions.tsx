"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/ui/button";
import { useMessage } from "@/ui/form/use-message";
import { setFileRemovedAction } from "../actions";
import { failureKey } from "./failure-key";

/** Takes a file away, which can be undone at the same place at any time. */
export function FileActions({ fileId, name, removed }: { fileId: string; name: string; removed: boolean }) {
  const t = useTranslations("records.file");
  const say = useMessage();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const label = t(removed ? "restore" : "remove");
  return (
    <span className="flex items-center gap-2">
      {failure && (
        <span role="alert" className="text-xs text-critical-ink">
          {say(failure)}
        </span>
      )}
      <Button
        size="sm"
        variant="quiet"
        pending={pending}
        aria-label={t("actionName", { action: label, name })}
        onClick={() =>
          start(async () => {
            const result = await setFileRemovedAction({ fileId, removed: !removed }).catch(() => null);
            setFailure(result ? failureKey(result) : "failures.unexpected");
          })
        }
      >
        {label}
      </Button>
    </span>
  );
}
