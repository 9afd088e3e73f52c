"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { control } from "./control";

/** Password or code once more, before what is sensitive is sent again. Nothing typed in the form around it is lost. */
export function StepUp({ onProved }: { onProved: () => void }) {
  const t = useTranslations("ui.stepUp");
  const secret = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"asking" | "busy" | "wrong" | "failed">("asking");
  useEffect(() => secret.current?.focus(), []);

  async function prove(): Promise<void> {
    setState("busy");
    const response = await fetch("/step-up", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ secret: secret.current?.value ?? "" }),
    }).catch(() => null);
    // Our own route answers so.
    const answer = response?.ok ? ((await response.json()) as { ok: boolean }) : null;
    if (answer?.ok) return onProved();
    setState(answer ? "wrong" : "failed");
    secret.current?.select();
  }

  const wrong = state === "wrong" || state === "failed";
  return (
    <div className="grid gap-3 rounded-md bg-info-soft px-3.5 py-3">
      <div>
        <label htmlFor="step-up" className="font-strong">
          {t("label")}
        </label>
        <p id="step-up-help" className="mt-0.5">
          {t("help")}
        </p>
      </div>
      <input
        ref={secret}
        id="step-up"
        type="password"
        autoComplete="current-password"
        aria-describedby={wrong ? "step-up-help step-up-wrong" : "step-up-help"}
        aria-invalid={wrong || undefined}
        className={control}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          void prove();
        }}
      />
      {wrong && (
        <p id="step-up-wrong" role="alert" className="text-critical-ink">
          {t(state === "wrong" ? "wrong" : "failed")}
        </p>
      )}
      <Button size="lg" pending={state === "busy"} onClick={() => void prove()} className="justify-self-start">
        {t("go")}
      </Button>
    </div>
  );
}
