"use client";

import { useTranslations } from "next-intl";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { publishTemplateAction } from "../actions";
import type { TemplateId } from "../domain/templates";

export function TemplateForm({ template, onDone }: { template: TemplateId; onDone: () => void }) {
  const t = useTranslations("vendor.setup.templates");
  const form = useActionForm({
    schema: async () => (await import("../schema")).publishTemplateInput,
    action: publishTemplateAction,
    defaultValues: { template },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <SubmitButton>{t("publish")}</SubmitButton>
    </Form>
  );
}
