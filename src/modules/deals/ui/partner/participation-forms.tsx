"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextAreaField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import {
  acceptParticipationAction,
  declineParticipationAction,
  invitePartnerAction,
  leaveDealAction,
  withdrawParticipationAction,
} from "../../actions";
import { participantRoles } from "../../domain/deal";
import { participationReasons } from "../../domain/participant";
import { declineParticipationInput, invitePartnerInput, leaveDealInput, participationInput } from "../../schema";

export type Participating = { participantId: string };
/** `taken` are the roles that others have on the deal. */
export type InviteProps = Participating & { dealId: string; version: number; taken: readonly string[] };
export type EndProps = Participating & { lead: string };
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
  const of = useActionForm({
    schema: participationInput,
    action: withdrawParticipationAction,
    defaultValues: target,
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function JoinForm({ onDone, ...target }: Participating & Done) {
  const t = useTranslations("deals.dialog.join");
  const of = useActionForm({
    schema: participationInput,
    action: acceptParticipationAction,
    defaultValues: target,
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function DeclineForm({ lead, onDone, ...target }: EndProps & Done) {
  const t = useTranslations("deals.dialog.decline");
  const words = useTranslations("deals.participationReason");
  const of = useActionForm({
    schema: declineParticipationInput,
    action: declineParticipationAction,
    defaultValues: { ...target, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SelectField
        name="reason"
        label={t("reason")}
        placeholder={t("choose")}
        options={participationReasons.declined.map((reason) => ({ value: reason, label: words(reason) }))}
      />
      <TextAreaField name="note" label={t("note", { lead })} rows={3} optional />
      <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function LeaveForm({ lead: _lead, onDone, ...target }: EndProps & Done) {
  const t = useTranslations("deals.dialog.leave");
  const words = useTranslations("deals.participationReason");
  const of = useActionForm({
    schema: leaveDealInput,
    action: leaveDealAction,
    defaultValues: { ...target, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SelectField
        name="reason"
        label={t("reason")}
        placeholder={t("choose")}
        options={participationReasons.left.map((reason) => ({ value: reason, label: words(reason) }))}
      />
      <TextAreaField name="note" label={t("note")} rows={3} optional />
      <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
    </Form>
  );
}
