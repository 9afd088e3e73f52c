"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { askRevocationAction, confirmRevocationAction, declineRevocationAction } from "../../actions";
import { askRevocationInput, confirmRevocationInput, declineRevocationInput } from "../../schema";
import { ReasonField } from "../reason-field";
import type { Target } from "./decision-forms";

type Done = { onDone: () => void };
export type AskProps = Target & { alone: boolean };

export function AskRevocationForm({ alone, onDone, ...target }: AskProps & Done) {
  const t = useTranslations("channel.revocation");
  const form = useActionForm({
    schema: askRevocationInput,
    action: askRevocationAction,
    defaultValues: { ...target, cause: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <ReasonField kind="revocation" name="cause" label={t("cause")} placeholder={t("chooseCause")} />
      <TextAreaField name="note" label={t("note")} help={t("noteHelp")} />
      <SubmitButton variant="danger">{t(alone ? "revoke" : "ask")}</SubmitButton>
    </Form>
  );
}

export function ConfirmRevocationForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("channel.revocation");
  return (
    <ConfirmForm
      schema={confirmRevocationInput}
      action={confirmRevocationAction}
      values={target}
      variant="danger"
      onDone={onDone}
    >
      {t("revoke")}
    </ConfirmForm>
  );
}

export function DeclineRevocationForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("channel.revocation");
  const form = useActionForm({
    schema: declineRevocationInput,
    action: declineRevocationAction,
    defaultValues: { ...target, note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextAreaField name="note" label={t("declineNote")} />
      <SubmitButton>{t("declineConfirm")}</SubmitButton>
    </Form>
  );
}
