"use client";

import { useTranslations } from "next-intl";
import { DateField, SelectField, TextAreaField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { publishPolicyAction, savePolicyDraftAction, savePolicyFiguresAction } from "../actions";

const rules = () => import("../schema");

type Reference = { versionId: string; revision: number };

export function PublishForm({ earliest, ...reference }: Reference & { earliest: string }) {
  const t = useTranslations("policies.publish");
  const defaultValues = { ...reference, effectiveOn: earliest };
  const form = useActionForm({
    schema: async () => (await rules()).publishInput,
    action: publishPolicyAction,
    defaultValues,
  });
  return (
    <Form of={form}>
      <DateField name="effectiveOn" label={t("on")} />
      <SubmitButton>{t("button")}</SubmitButton>
    </Form>
  );
}

export type EditedFigure = {
  readonly path: string;
  readonly label: string;
  readonly help: string | null;
  readonly typed: string;
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
};
export type EditedPart = { readonly title: string; readonly figures: readonly EditedFigure[] };
type Edited = Reference & { name: string; note: string };

export function FiguresForm({ parts, ...draft }: Edited & { parts: readonly EditedPart[] }) {
  const t = useTranslations("policies.edit");
  const figures = Object.fromEntries(parts.flatMap((part) => part.figures.map(({ path, typed }) => [path, typed])));
  const defaultValues = { ...draft, figures };
  const form = useActionForm({
    schema: async () => (await rules()).saveFiguresInput,
    action: savePolicyFiguresAction,
    defaultValues,
  });
  return (
    <Form of={form}>
      <TextField name="name" label={t("name")} />
      <TextAreaField name="note" label={t("note")} optional rows={2} />
      {parts.map((part) => (
        <fieldset key={part.title} className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
          <legend className="float-start w-full font-strong sm:col-span-2">{part.title}</legend>
          {part.figures.map(({ path, label, help, options }) =>
            options ? (
              <SelectField key={path} name={`figures.${path}`} label={label} options={options} />
            ) : (
              <TextField key={path} name={`figures.${path}`} label={label} help={help ?? undefined} />
            ),
          )}
        </fieldset>
      ))}
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

export function PolicyTextForm({ policy, ...draft }: Edited & { policy: string }) {
  const t = useTranslations("policies.edit");
  const defaultValues = { ...draft, policy };
  const form = useActionForm({
    schema: async () => (await rules()).saveDraftInput,
    action: savePolicyDraftAction,
    defaultValues,
  });
  return (
    <Form of={form}>
      <TextAreaField name="policy" label={t("text")} help={t("textHelp")} rows={16} />
      <SubmitButton variant="default">{t("saveText")}</SubmitButton>
    </Form>
  );
}
