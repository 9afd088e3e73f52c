"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 } from "uuid";
import type { ChosenRow } from "@/ui/data-table/selection";
import { SelectField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { startBulkAction } from "../actions";
import { bulkFormSchema } from "../schema";

/** Something that is asked once for all rows: a choice where it has options, else a text. */
export type BulkField = {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string;
  /** What it says when it is left empty; without it the field may be. */
  readonly missing?: string;
};

type Props = {
  list: string;
  action: string;
  rows: readonly ChosenRow[];
  fields: readonly BulkField[];
  runs: string;
  danger: boolean;
  onStarted: () => void;
  onDone: () => void;
};

/** Asks once, then leads to where the run can be watched. */
export function BulkForm({ list, action, rows, fields, runs, danger, onStarted, onDone }: Props) {
  const t = useTranslations("bulk");
  const router = useRouter();
  const [runId] = useState(() => v4());
  const of = useActionForm({
    schema: bulkFormSchema(fields),
    action: startBulkAction,
    defaultValues: {
      runId,
      list,
      action,
      rows: rows.map(({ id, version, label }) => ({ id, version, label })),
      answers: Object.fromEntries(fields.map(({ name }) => [name, ""])),
    },
    onSuccess() {
      onDone();
      onStarted();
      router.push(`${runs}/${runId}`);
    },
  });
  return (
    <Form of={of}>
      {fields.map(({ name, options, placeholder, missing, ...field }) =>
        options ? (
          <SelectField key={name} {...field} name={`answers.${name}`} options={options} placeholder={placeholder} />
        ) : (
          <TextAreaField key={name} {...field} name={`answers.${name}`} optional={!missing} />
        ),
      )}
      <SubmitButton variant={danger ? "danger" : "primary"}>
        {t(`${list}.${action}.confirm`, { count: rows.length })}
      </SubmitButton>
    </Form>
  );
}
