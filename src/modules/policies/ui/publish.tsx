"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { PublishProps } from "./publish-form";

/** Publishes a checked version, after saying whom that reaches and when. */
export function PublishVersion({ consequence, ...form }: PublishProps & { consequence: string }) {
  const t = useTranslations("policies.publish");
  return (
    <ActionDialog
      label={t("open")}
      variant="primary"
      title={t("title")}
      description={consequence}
      load={async () => (await import("./publish-form")).PublishForm}
      form={form}
    />
  );
}
