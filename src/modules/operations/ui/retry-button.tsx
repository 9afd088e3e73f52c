"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { useMessage } from "@/ui/form/use-message";
import { retryDeliveriesAction, retryMailsAction } from "../actions";

const actions = { deliveries: retryDeliveriesAction, mails: retryMailsAction } as const;

type Props = { what: keyof typeof actions; ids: readonly string[]; label: string; name?: string };

/** Tries again what was given up, and says whether that was begun. */
export function RetryButton({ what, ids, label, name }: Props) {
  const t = useTranslations("operations");
  const say = useMessage();
  const [state, setState] = useState<"idle" | "busy">("idle");
  const [problem, setProblem] = useState<string | null>(null);
  async function retry(): Promise<void> {
    setState("busy");
    const result = await actions[what]({ ids: [...ids] }).catch(() => null);
    setState("idle");
    if (result?.ok) return setProblem(null);
    setProblem(result?.failure.code === "conflict" ? result.failure.reason : "failures.unexpected");
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        size="sm"
        pending={state === "busy"}
        aria-label={name ? t("retryOf", { name }) : undefined}
        onClick={() => void retry()}
      >
        {label}
      </Button>
      {problem && (
        <span role="alert" className="text-critical-ink">
          {say(problem)}
        </span>
      )}
    </span>
  );
}
