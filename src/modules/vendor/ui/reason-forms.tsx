"use client";

import { useTranslations } from "next-intl";
import type { ReasonKind } from "@/modules/deals/domain/reasons";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { type Option, SelectField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { removeReasonAction, saveReasonAction } from "../actions";
import { removeReasonInput, saveReasonInput } from "../schema";

type Done = { onDone: () => void };
type Reason = { kind: ReasonKind; code: string; version: number };
export type ReasonProps = {
  values: Reason & { names: Record<string, string>; noteRequired: boolean; active: boolean; place: string };
  languages: readonly Option[];
  places: readonly Option[];
  /** The product has words for it; others need a name. */
  builtIn: boolean;
  fixed: "rules" | "last" | null;
  noteIsChoice: boolean;
};

export function ReasonForm({ values, languages, places, builtIn, fixed, noteIsChoice, onDone }: ReasonProps & Done) {
  const t = useTranslations("vendor.reasons");
  const form = useActionForm({
    schema: saveReasonInput,
    action: saveReasonAction,
    defaultValues: values,
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      {languages.map(({ value, label }, index) => (
        <TextField
          key={value}
          name={`names.${value}`}
          label={t("name", { language: label })}
          help={index > 0 ? undefined : t(builtIn ? "builtInHelp" : "nameHelp")}
          optional={index > 0 || builtIn}
        />
      ))}
      {values.version === 0 && <TextField name="code" label={t("code")} help={t("codeHelp")} spellCheck={false} />}
      <SelectField name="place" label={t("place")} options={places} />
      {noteIsChoice && <CheckboxField name="noteRequired" label={t("noteRequired")} help={t("noteRequiredHelp")} />}
      {fixed ? (
        <p className="text-ink-2">{t(`fixed.${fixed}`)}</p>
      ) : (
        <CheckboxField name="active" label={t("active")} help={t("activeHelp")} />
      )}
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

export function RemoveReasonForm({ onDone, ...values }: Reason & Done) {
  const t = useTranslations("vendor.reasons");
  return (
    <ConfirmForm
      schema={removeReasonInput}
      action={removeReasonAction}
      values={values}
      variant="danger"
      onDone={onDone}
    >
      {t("removeConfirm")}
    </ConfirmForm>
  );
}
