"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { NativeSelect } from "@/ui/form/native-select";
import { useActionForm } from "@/ui/form/use-action-form";
import { initialText, useTyped } from "@/ui/form/use-typed";
import { Section } from "@/ui/section";
import { savePreferencesAction } from "../actions";
import { fieldOf } from "../domain/field-names";
import { mailChoices } from "../domain/notice";
import type { PreferencesForm as Values } from "../schema";

type Props = { kinds: readonly string[]; values: Values };

/** What the reader is told of, how, and when mail may come. */
export function PreferencesForm({ kinds, values }: Props) {
  const t = useTranslations("notices");
  const [isSaved, setSaved] = useState(false);
  const of = useActionForm({
    schema: async () => (await import("../schema")).savePreferencesInput,
    action: (input) => {
      setSaved(false);
      return savePreferencesAction(input);
    },
    defaultValues: values,
    onSuccess: () => setSaved(true),
  });
  return (
    <Form of={of} className="max-w-190">
      <Section title={t("settings.what")}>
        <ul>
          {kinds.map((kind) => (
            <KindRow key={kind} kind={kind} />
          ))}
        </ul>
      </Section>
      <Section title={t("settings.when")}>
        <div className="mt-4 grid gap-5 sm:grid-cols-3">
          <TextField name="digestAt" type="time" label={t("settings.digestAt")} />
          <TextField name="quietFrom" type="time" label={t("settings.quietFrom")} optional />
          <TextField name="quietUntil" type="time" label={t("settings.quietUntil")} optional />
        </div>
        <p className="mt-2 text-ink-2">{t("settings.quietHelp")}</p>
      </Section>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("settings.save")}</SubmitButton>
        <p role="status" className="text-positive-ink">
          {isSaved && t("settings.saved")}
        </p>
      </div>
    </Form>
  );
}

function KindRow({ kind }: { kind: string }) {
  const t = useTranslations("notices");
  const name = t(`kinds.${kind}.name`);
  return (
    <li className="grid grid-cols-2 items-center gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_9rem_10rem]">
      <div className="min-w-0 max-sm:col-span-2">
        <b className="block">{name}</b>
        <span className="block text-ink-2">{t(`kinds.${kind}.help`)}</span>
      </div>
      <Choice
        name={`kinds.${fieldOf(kind)}.inbox`}
        label={t("settings.fieldOf", { kind: name, field: t("settings.inbox") })}
        shown={t("settings.inbox")}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`settings.inboxChoice.${value}`) }))}
      />
      <Choice
        name={`kinds.${fieldOf(kind)}.mail`}
        label={t("settings.fieldOf", { kind: name, field: t("settings.mail") })}
        shown={t("settings.mail")}
        options={mailChoices.map((value) => ({ value, label: t(`settings.mailChoice.${value}`) }))}
      />
    </li>
  );
}

type ChoiceProps = {
  name: string;
  /** The accessible name; it contains what is shown above the control. */
  label: string;
  shown: string;
  options: readonly { value: string; label: string }[];
};

function Choice({ name, label, shown, options }: ChoiceProps) {
  const { initial, attributes } = useTyped(name);
  return (
    <div>
      <span aria-hidden="true" className="mb-0.5 block text-xs text-ink-3">
        {shown}
      </span>
      <NativeSelect aria-label={label} defaultValue={initialText(initial)} {...attributes}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
