"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";

/** Says what a possible breach turned out to be. */
export function CloseBreach({ breachId, seller }: { breachId: string; seller: string }) {
  const t = useTranslations("opportunities.breach");
  return (
    <ActionDialog
      label={t("close")}
      title={t("closeTitle")}
      description={t("closeConsequence", { seller })}
      load={async () => (await import("./close-breach-form")).CloseBreachForm}
      form={{ breachId }}
    />
  );
}
