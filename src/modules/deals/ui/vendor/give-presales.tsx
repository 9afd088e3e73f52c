"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { Target } from "./decision-forms";

/** Says what help was given with a sale. */
export function GivePresales(target: Target) {
  const t = useTranslations("deals.presales");
  return (
    <ActionDialog
      label={t("give")}
      title={t("giveTitle")}
      description={t("giveConsequence")}
      load={async () => (await import("./give-presales-form")).GivePresalesForm}
      form={target}
    />
  );
}
