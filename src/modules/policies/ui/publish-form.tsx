"use client";

import { useTranslations } from "next-intl";
import { DateField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { publishPolicyAction } from "../actions";

export type PublishProps = { versionId: string; revision: number; earliest: string };

export function PublishForm({ earliest, onDone, ...reference }: PublishProps & { onDone: () => void }) {
  const t = useTranslations("policies.publish");
  const form = useActionForm({
    schema: async () => (await import("../schema")).publishInput,
    action: publishPolicyAction,
    defaultValues: { ...reference, effectiveOn: earliest, citedDecision: "", citedOn: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <DateField name="effectiveOn" label={t("on")} />
      <TextField name="citedDecision" label={t("cited")} help={t("citedHelp")} optional />
      <DateField name="citedOn" label={t("citedOn")} optional />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}
