"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { type Option, RadioGroupField, SelectField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { nameAccountAction, unnameAccountAction } from "../actions";
import { namedConsequences } from "../domain/named-account";
import { nameAccountInput, unnameAccountInput } from "../schema";

export type UnnameProps = { accountId: string; entryId: string };
/** What the form begins with: what is said about the customer now. */
export type NameProps = UnnameProps & {
  before: string;
  ownerId: string;
  consequence: string;
  note: string;
  owners: readonly Option[];
};
type Done = { onDone: () => void };

export function NameAccountForm({ owners, onDone, ...given }: NameProps & Done) {
  const t = useTranslations("accounts.named");
  const of = useActionForm({
    schema: nameAccountInput,
    action: nameAccountAction,
    defaultValues: given,
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SelectField name="ownerId" label={t("owner")} placeholder={t("choose")} options={owners} />
      <RadioGroupField
        name="consequence"
        label={t("registrations")}
        options={namedConsequences.map((value) => ({ value, label: t(`consequence.${value}`) }))}
      />
      <TextAreaField name="note" label={t("note")} help={t("noteHelp")} rows={3} optional />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

export function UnnameAccountForm({ onDone, ...given }: UnnameProps & Done) {
  const t = useTranslations("accounts.named");
  return (
    <ConfirmForm
      schema={unnameAccountInput}
      action={unnameAccountAction}
      values={given}
      variant="danger"
      onDone={onDone}
    >
      {t("removeConfirm")}
    </ConfirmForm>
  );
}
