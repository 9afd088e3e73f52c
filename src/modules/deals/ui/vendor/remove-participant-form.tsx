"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { removeParticipantAction } from "../../actions";
import { participationReasons } from "../../domain/participant";
import { removeParticipantInput } from "../../schema";

type Props = { participantId: string; onDone: () => void };

export function RemoveParticipantForm({ onDone, ...target }: Props) {
  const t = useTranslations("deals.dialog.remove");
  const words = useTranslations("deals.participationReason");
  const of = useActionForm({
    schema: removeParticipantInput,
    action: removeParticipantAction,
    defaultValues: { ...target, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SelectField
        name="reason"
        label={t("reason")}
        placeholder={t("choose")}
        options={participationReasons.removed.map((reason) => ({ value: reason, label: words(reason) }))}
      />
      <TextAreaField name="note" label={t("note")} rows={3} />
      <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
    </Form>
  );
}
