"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFailureText } from "@/ui/form/use-failure-text";
import { Notice } from "@/ui/notice";
import type { ImportWork } from "./use-import-work";

/** How far something long is, and why it failed; a failure takes the focus. */
export function WorkStatus({ working, failure, progress }: ImportWork) {
  const t = useTranslations("imports.progress");
  const text = useFailureText(failure);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) place.current?.focus();
  }, [failure]);
  const counted = progress !== null && progress.total > 0;
  return (
    <>
      <div role="status" className="empty:hidden">
        {working && (
          <div className="grid max-w-100 gap-1.5">
            <p className="text-ink-2">
              {progress ? t(progress.step ?? "check", { done: progress.done, total: progress.total }) : t("begin")}
            </p>
            <progress
              aria-label={t("label")}
              className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
              {...(counted ? { value: progress.done, max: progress.total } : {})}
            />
          </div>
        )}
      </div>
      {text && !working && (
        <div ref={place} role="alert" tabIndex={-1} className="rounded-md outline-none focus:ring-2 focus:ring-focus">
          <Notice tone="critical" title={text} />
        </div>
      )}
    </>
  );
}
