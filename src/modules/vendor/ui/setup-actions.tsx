"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionDialog } from "@/ui/action-dialog";
import { Button } from "@/ui/button";
import { sayStepAction } from "../actions";
import type { SaidState, SetupStep } from "../domain/setup";
import type { TemplateId } from "../domain/templates";

/** Skips a step, takes it up again, or says that it is done. */
export function SayStep({ step, state }: { step: SetupStep; state: SaidState }) {
  const t = useTranslations("vendor.setup");
  const [now, setNow] = useState<"idle" | "busy" | "failed">("idle");
  async function say(): Promise<void> {
    setNow("busy");
    const result = await sayStepAction({ step, state }).catch(() => null);
    setNow(result?.ok ? "idle" : "failed");
  }
  return (
    <>
      <Button
        variant="quiet"
        pending={now === "busy"}
        aria-label={t(`sayOf.${state}`, { step: t(`steps.${step}.title`) })}
        onClick={() => void say()}
      >
        {t(`say.${state}`)}
      </Button>
      {now === "failed" && (
        <p role="alert" className="text-critical-ink">
          {t("notSaid")}
        </p>
      )}
    </>
  );
}

/** Puts a template in force, after it was read what that means. */
export function PublishTemplate({
  template,
  isPrimary,
  amount,
}: {
  template: TemplateId;
  isPrimary: boolean;
  amount: string;
}) {
  const t = useTranslations("vendor.setup.templates");
  return (
    <ActionDialog
      label={t(`${template}.name`)}
      variant={isPrimary ? "primary" : "default"}
      title={t("title", { name: t(`${template}.name`) })}
      description={t(`${template}.about`, { amount })}
      load={async () => (await import("./template-form")).TemplateForm}
      form={{ template }}
    />
  );
}
