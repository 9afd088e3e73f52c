"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { publishPolicyAction } from "../actions";

export type PublishProps = { versionId: string; revision: number; earliest: string };

export function PublishForm({ earliest, onDone, ...reference }: PublishProps & { onDone: () => void }) {
  const t = useTranslations("policies.publish");
  const form = useActionForm({
    schema: async () => (await import("../schema")).publishInput,
    action: publishPolicyAction,
    defaultValues: { ...reference, effectiveOn: earliest },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <DateField name="effectiveOn" label={t("on")} />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}
