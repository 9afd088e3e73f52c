"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { Target } from "./decision-forms";

const forms = () => import("./dispute-forms");

/** The rejection stands; says what follows. */
export function UpholdDispute({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("channel.dispute");
  return (
    <ActionDialog
      label={t("uphold")}
      title={t("upholdTitle")}
      description={consequence}
      load={async () => (await forms()).DecideDisputeForm}
      form={{ ...target, outcome: "upheld" as const }}
    />
  );
}

/** The registration is approved after all; says what follows. */
export function OverturnDispute({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("channel.dispute");
  return (
    <ActionDialog
      label={t("overturn")}
      title={t("overturnTitle")}
      description={consequence}
      load={async () => (await forms()).DecideDisputeForm}
      form={{ ...target, outcome: "overturned" as const }}
    />
  );
}
