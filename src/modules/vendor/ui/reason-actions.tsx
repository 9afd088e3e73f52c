"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { ReasonProps } from "./reason-forms";

const forms = () => import("./reason-forms");

export function EditReason({ name, ...form }: ReasonProps & { name: string }) {
  const t = useTranslations("vendor.reasons");
  const isNew = form.values.version === 0;
  return (
    <ActionDialog
      label={t(isNew ? "add" : "edit")}
      about={isNew ? undefined : name}
      variant={isNew ? "primary" : "default"}
      title={isNew ? t("addTitle") : name}
      description={t(isNew ? "addAbout" : "editAbout")}
      load={async () => (await forms()).ReasonForm}
      form={form}
    />
  );
}

export function RemoveReason({
  name,
  ...form
}: { name: string } & Pick<ReasonProps["values"], "kind" | "code" | "version">) {
  const t = useTranslations("vendor.reasons");
  return (
    <ActionDialog
      label={t("remove")}
      about={name}
      title={t("removeTitle", { name })}
      description={t("removeConsequence")}
      load={async () => (await forms()).RemoveReasonForm}
      form={form}
    />
  );
}
