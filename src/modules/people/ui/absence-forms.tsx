"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { DateField, SelectField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { endAbsenceAction, setAbsenceAction } from "../actions";
import { type AbsenceForm, absenceIdInput, absenceInput } from "../schema";

type Done = { onDone: () => void };
type SetProps = { colleagues: readonly { id: string; name: string }[]; today: string };

export function SetAbsenceForm({ colleagues, today, onDone }: SetProps & Done) {
  const t = useTranslations("people.absence");
  const of = useActionForm<AbsenceForm, unknown>({
    schema: absenceInput,
    action: setAbsenceAction,
    defaultValues: { from: today, to: "", coverId: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <DateField name="from" label={t("from")} />
      <DateField name="to" label={t("to")} />
      <SelectField
        name="coverId"
        label={t("cover")}
        placeholder={t("choose")}
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

export function EndAbsenceForm({ absenceId, onDone }: { absenceId: string } & Done) {
  const t = useTranslations("people.absence");
  return (
    <ConfirmForm schema={absenceIdInput} action={endAbsenceAction} values={{ absenceId }} onDone={onDone}>
      {t("endSubmit")}
    </ConfirmForm>
  );
}
