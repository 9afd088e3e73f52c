"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { approveDealAction, confirmWinAction, rejectDealAction, returnDealAction } from "../../actions";
import { approveDealInput, confirmWinInput, rejectDealInput, returnDealInput } from "../../schema";
import { ReasonField } from "../reason-field";

/** The deal as the reader saw it. */
export type Target = { dealId: string; version: number };
type Done = { onDone: () => void };

export function ApproveForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("channel.decide");
  const form = useActionForm({
    schema: approveDealInput,
    action: approveDealAction,
    defaultValues: { ...target, note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextAreaField name="note" label={t("noteForPartner")} optional />
      <SubmitButton>{t("approve")}</SubmitButton>
    </Form>
  );
}

export function ReturnForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("channel.decide");
  const form = useActionForm({
    schema: returnDealInput,
    action: returnDealAction,
    defaultValues: { ...target, question: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextAreaField name="question" label={t("question")} help={t("questionHelp")} />
      <SubmitButton>{t("sendQuestion")}</SubmitButton>
    </Form>
  );
}

export function RejectForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("channel.decide");
  const form = useActionForm({
    schema: rejectDealInput,
    action: rejectDealAction,
    defaultValues: { ...target, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <ReasonField kind="rejection" name="reason" label={t("reason")} placeholder={t("chooseReason")} />
      <TextAreaField name="note" label={t("noteForPartner")} help={t("noteHelp")} />
      <SubmitButton variant="danger">{t("reject")}</SubmitButton>
    </Form>
  );
}

export function ConfirmWinForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("channel.win");
  return (
    <ConfirmForm schema={confirmWinInput} action={confirmWinAction} values={target} onDone={onDone}>
      {t("confirm")}
    </ConfirmForm>
  );
}
