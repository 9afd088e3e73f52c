"use client";

import { useTranslations } from "next-intl";
import { RadioGroupField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { closeBreachAction } from "../actions";
import { breachOutcomes } from "../domain/protected-customer";
import { closeBreachInput } from "../schema";

export function CloseBreachForm({ breachId, onDone }: { breachId: string; onDone: () => void }) {
  const t = useTranslations("opportunities.breach");
  const words = useTranslations("deals.breachOutcome");
  const of = useActionForm({
    schema: closeBreachInput,
    action: closeBreachAction,
    defaultValues: { breachId, outcome: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <RadioGroupField
        name="outcome"
        label={t("outcome")}
        options={breachOutcomes.map((outcome) => ({ value: outcome, label: words(outcome) }))}
      />
      <TextAreaField name="note" label={t("note")} help={t("noteHelp")} rows={3} />
      <SubmitButton>{t("closeConfirm")}</SubmitButton>
    </Form>
  );
}
