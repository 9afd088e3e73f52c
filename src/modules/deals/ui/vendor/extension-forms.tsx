"use client";

import { useTranslations } from "next-intl";
import { DateField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { declineExtensionAction, extendUnaskedAction, grantExtensionAction } from "../../actions";
import { declineExtensionInput, extendProtectionInput, grantExtensionInput } from "../../schema";
import { ReasonField } from "../reason-field";
import type { Target } from "./decision-forms";

type Done = { onDone: () => void };
/** The deal, and the day the form begins with. */
export type ThroughProps = Target & { through: string };

export function GrantExtensionForm({ onDone, ...given }: ThroughProps & Done) {
  const t = useTranslations("channel.extension");
  const form = useActionForm({
    schema: grantExtensionInput,
    action: grantExtensionAction,
    defaultValues: { ...given, note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <DateField name="through" label={t("through")} />
      <TextAreaField name="note" label={t("note")} optional />
      <SubmitButton>{t("grantConfirm")}</SubmitButton>
    </Form>
  );
}

export function DeclineExtensionForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("channel.extension");
  const form = useActionForm({
    schema: declineExtensionInput,
    action: declineExtensionAction,
    defaultValues: { ...target, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <ReasonField kind="decline" name="reason" label={t("reason")} placeholder={t("chooseReason")} />
      <TextAreaField name="note" label={t("note")} help={t("noteHelp")} />
      <SubmitButton variant="danger">{t("declineConfirm")}</SubmitButton>
    </Form>
  );
}

export function ExtendForm({ onDone, ...given }: ThroughProps & Done) {
  const t = useTranslations("channel.extension");
  const form = useActionForm({
    schema: extendProtectionInput,
    action: extendUnaskedAction,
    defaultValues: { ...given, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <DateField name="through" label={t("through")} />
      <ReasonField kind="extension" name="reason" label={t("reason")} placeholder={t("chooseReason")} />
      <TextAreaField name="note" label={t("note")} optional />
      <SubmitButton>{t("extendConfirm")}</SubmitButton>
    </Form>
  );
}
