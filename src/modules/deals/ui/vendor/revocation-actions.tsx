"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { Target } from "./decision-forms";
import type { AskProps } from "./revocation-forms";

const forms = () => import("./revocation-forms");

/** Asks that a protection is revoked; a second person has to confirm it. */
export function AskRevocation({ consequence, ...form }: AskProps & { consequence: string }) {
  const t = useTranslations("channel.revocation");
  return (
    <ActionDialog
      label={t("open")}
      variant="danger"
      title={t("title")}
      description={consequence}
      load={async () => (await forms()).AskRevocationForm}
      form={form}
    />
  );
}

/** The second person says that the protection is revoked. */
export function ConfirmRevocation({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("channel.revocation");
  return (
    <ActionDialog
      label={t("confirm")}
      variant="danger"
      title={t("confirmTitle")}
      description={consequence}
      load={async () => (await forms()).ConfirmRevocationForm}
      form={target}
    />
  );
}

/** The second person leaves the protection as it is. */
export function DeclineRevocation({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("channel.revocation");
  return (
    <ActionDialog
      label={t("decline")}
      title={t("declineTitle")}
      description={consequence}
      load={async () => (await forms()).DeclineRevocationForm}
      form={target}
    />
  );
}
