"use client";

import { unstable_rethrow } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import type { Result } from "@/kernel/result";
import type { ActionForm } from "@/ui/form/use-action-form";
import type { ImportProgress } from "../queries/progress";

const lookEveryMs = 700;

export type ImportWork = {
  readonly working: boolean;
  readonly failure: ActionForm["failure"];
  /** How far it is; null until the server has said so. */
  readonly progress: ImportProgress | null;
  readonly fail: (failure: ActionForm["failure"]) => void;
  /** Does something long; a second start while it is on its way does nothing. */
  readonly work: <T>(act: () => Promise<Result<T>>, then: (value: T) => void) => void;
};

/** Something long that is done with an import: whether it is on its way, how far it is, and why it failed. */
export function useImportWork(progressHref: string): ImportWork {
  const [working, start] = useTransition();
  const [failure, fail] = useState<ActionForm["failure"]>(null);
  const progress = useProgress(progressHref, working);
  const work: ImportWork["work"] = (act, then) => {
    if (working) return;
    start(async () => {
      fail(null);
      const result = await act().catch((error: unknown) => {
        unstable_rethrow(error);
        return null;
      });
      if (result?.ok) then(result.value);
      else fail(result ? result.failure : { code: "unexpected" });
    });
  };
  return { working, failure, progress, fail, work };
}

function useProgress(href: string, watching: boolean): ImportProgress | null {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEffect(() => {
    if (!watching) return;
    const timer = setInterval(async () => {
      const answer = await fetch(href).catch(() => null);
      // The route answers with this shape, or with an error that has none.
      if (answer?.ok) setProgress((await answer.json()) as ImportProgress);
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      setProgress(null);
    };
  }, [href, watching]);
  return progress?.step ? progress : null;
}
