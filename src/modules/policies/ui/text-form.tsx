"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { savePolicyDraftAction } from "../actions";
import type { Edited } from "./figures-form";

/** A draft as text; what is wrong with it is told with its line or its part. */
export function PolicyTextForm({ policy, ...draft }: Edited & { policy: string }) {
  const t = useTranslations("policies.edit");
  const form = useActionForm({
    schema: async () => (await import("../schema")).saveDraftInput,
    action: savePolicyDraftAction,
    defaultValues: { ...draft, policy },
  });
  return (
    <Form of={form} className="pt-4 [&_textarea]:font-mono [&_textarea]:text-sm">
      <TextAreaField name="policy" label={t("text")} help={t("textHelp")} rows={16} />
      <SubmitButton variant="default">{t("saveText")}</SubmitButton>
    </Form>
  );
}
