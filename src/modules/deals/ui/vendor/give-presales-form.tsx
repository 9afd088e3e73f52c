"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { givePresalesAction } from "../../actions";
import { givePresalesInput } from "../../schema";
import type { Target } from "./decision-forms";

export function GivePresalesForm({ onDone, ...target }: Target & { onDone: () => void }) {
  const t = useTranslations("deals.presales");
  const of = useActionForm({
    schema: givePresalesInput,
    action: givePresalesAction,
    defaultValues: { ...target, note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <TextAreaField name="note" label={t("what")} help={t("whatHelp")} rows={3} />
      <SubmitButton>{t("giveConfirm")}</SubmitButton>
    </Form>
  );
}
