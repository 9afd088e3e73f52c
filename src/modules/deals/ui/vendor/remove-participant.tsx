"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";

/** Takes a partner out of a deal; says what follows for both. */
export function RemoveParticipant({ participantId, name }: { participantId: string; name: string }) {
  const t = useTranslations("deals.dialog.remove");
  return (
    <ActionDialog
      label={t("open")}
      about={name}
      title={t("title", { name })}
      description={t("consequence", { name })}
      load={async () => (await import("../end-participation-form")).EndParticipationForm}
      form={{ participantId, does: "remove" as const }}
    />
  );
}
