"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { SelectField, TextAreaField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { acceptParticipationAction, invitePartnerAction, withdrawParticipationAction } from "../../actions";
import { participantRoles } from "../../domain/deal";
import { invitePartnerInput, participationInput } from "../../schema";

export type Participating = { participantId: string };
/** `taken` are the roles that others have on the deal. */
export type InviteProps = Participating & { dealId: string; version: number; taken: readonly string[] };
type Done = { onDone: () => void };

export function InviteForm({ taken, onDone, ...target }: InviteProps & Done) {
  const t = useTranslations("deals.dialog.invite");
  const words = useTranslations("deals.role");
  const of = useActionForm({
    schema: invitePartnerInput,
    action: invitePartnerAction,
    defaultValues: { ...target, company: "", role: "", message: "" },
    onSuccess: onDone,
  });
  const free = participantRoles.filter((role) => !taken.includes(role));
  return (
    <Form of={of}>
      <TextField name="company" label={t("company")} help={t("companyHelp")} />
      <SelectField
        name="role"
        label={t("role")}
        placeholder={t("choose")}
        options={free.map((role) => ({ value: role, label: words(role) }))}
      />
      <TextAreaField name="message" label={t("message")} help={t("messageHelp")} rows={3} optional />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function TakeBackForm({ onDone, ...target }: Participating & Done) {
  const t = useTranslations("deals.dialog.takeBack");
  return (
    <ConfirmForm
      schema={participationInput}
      action={withdrawParticipationAction}
      values={target}
      variant="danger"
      onDone={onDone}
    >
      {t("confirm")}
    </ConfirmForm>
  );
}

export function JoinForm({ onDone, ...target }: Participating & Done) {
  const t = useTranslations("deals.dialog.join");
  return (
    <ConfirmForm schema={participationInput} action={acceptParticipationAction} values={target} onDone={onDone}>
      {t("confirm")}
    </ConfirmForm>
  );
}
