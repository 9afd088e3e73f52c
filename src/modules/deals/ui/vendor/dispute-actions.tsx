"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { Judge } from "../../queries/disputes";
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

/** Somebody else judges it. */
export function AssignDispute(target: { dealId: string; fromId: string; judges: readonly Judge[] }) {
  const t = useTranslations("channel.dispute");
  return (
    <ActionDialog
      label={t("assign")}
      variant="quiet"
      title={t("assignTitle")}
      description={t("assignConsequence")}
      load={async () => (await forms()).AssignDisputeForm}
      form={target}
    />
  );
}
