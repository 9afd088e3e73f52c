"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { publishTemplateAction } from "../actions";
import type { TemplateId } from "../domain/templates";

export function TemplateForm({ template, onDone }: { template: TemplateId; onDone: () => void }) {
  const t = useTranslations("vendor.setup.templates");
  return (
    <ConfirmForm
      schema={async () => (await import("../schema")).publishTemplateInput}
      action={publishTemplateAction}
      values={{ template }}
      onDone={onDone}
    >
      {t("publish")}
    </ConfirmForm>
  );
}
