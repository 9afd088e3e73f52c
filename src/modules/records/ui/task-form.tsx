"use client";

import { useTranslations } from "next-intl";
import { DateField, type Option, RadioGroupField, SelectField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { addTaskAction } from "../actions";
import { addTaskInput } from "../schema";

export type NewTask = {
  subjectKind: string;
  subjectId: string;
  taskId: string;
  /** Who can have it, and who has it unless another one is chosen. */
  owners: readonly Option[];
  ownerId: string;
  dueOn: string;
  canNote: boolean;
};

export function TaskForm({ owners, canNote, onDone, ...task }: NewTask & { onDone: () => void }) {
  const t = useTranslations("records.task");
  const form = useActionForm({
    schema: addTaskInput,
    action: addTaskAction,
    defaultValues: { ...task, title: "", internal: "no" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextField name="title" label={t("whatLabel")} help={t("whatHelp")} />
      <SelectField name="ownerId" label={t("owner")} options={owners} />
      <DateField name="dueOn" label={t("dueOn")} />
      {canNote && (
        <RadioGroupField
          name="internal"
          label={t("who")}
          options={[
            { value: "no", label: t("whoAll") },
            { value: "yes", label: t("whoInternal") },
          ]}
        />
      )}
      <SubmitButton>{t("add")}</SubmitButton>
    </Form>
  );
}
