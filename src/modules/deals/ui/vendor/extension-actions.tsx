"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { Target } from "./decision-forms";
import type { ThroughProps } from "./extension-forms";

const forms = () => import("./extension-forms");

/** Grants the longer protection a partner asked for. */
export function GrantExtension({ consequence, ...form }: ThroughProps & { consequence: string }) {
  const t = useTranslations("channel.extension");
  return (
    <ActionDialog
      label={t("grant")}
      variant="primary"
      title={t("grantTitle")}
      description={consequence}
      load={async () => (await forms()).GrantExtensionForm}
      form={form}
    />
  );
}

/** Declines the longer protection a partner asked for. */
export function DeclineExtension({ consequence, ...target }: Target & { consequence: string }) {
  const t = useTranslations("channel.extension");
  return (
    <ActionDialog
      label={t("decline")}
      title={t("declineTitle")}
      description={consequence}
      load={async () => (await forms()).DeclineExtensionForm}
      form={target}
    />
  );
}

/** Gives a protection more time that nobody asked for. */
export function ExtendProtection({ consequence, ...form }: ThroughProps & { consequence: string }) {
  const t = useTranslations("channel.extension");
  return (
    <ActionDialog
      label={t("extend")}
      title={t("extendTitle")}
      description={consequence}
      load={async () => (await forms()).ExtendForm}
      form={form}
    />
  );
}
