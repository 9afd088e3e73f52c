"use client";

import { z } from "zod";
import { err } from "@/kernel/result";
import { ActionDialog } from "@/ui/action-dialog";
import {
  DateField,
  EmailField,
  RadioGroupField,
  SelectField,
  TextAreaField,
  TextField,
  UrlField,
} from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { MoneyField } from "@/ui/form/money-field";
import { useActionForm } from "@/ui/form/use-action-form";

type Words = Readonly<
  Record<
    | "name"
    | "help"
    | "mail"
    | "site"
    | "day"
    | "choice"
    | "first"
    | "second"
    | "long"
    | "amount"
    | "note"
    | "save"
    | "delete"
    | "sure"
    | "consequence",
    string
  >
>;

const filled = z.string().min(1, "ui.form.required");
const schema = z.object({
  name: filled,
  mail: filled,
  site: filled,
  day: filled,
  choice: filled,
  pick: z.string(),
  money: z.object({ amount: filled, currency: z.string() }),
  note: z.string(),
});

const empty = {
  name: "",
  mail: "",
  site: "",
  day: "",
  choice: "",
  pick: "first",
  money: { amount: "", currency: "EUR" },
  note: "",
};

/** Every field, and a dialog. Sent empty it shows all errors; sent filled, that it was refused. */
export function KitForm({ words }: { words: Words }) {
  const form = useActionForm({
    schema,
    action: async () => err({ code: "forbidden" as const }),
    defaultValues: empty,
  });
  const options = [
    { value: "first", label: words.first },
    { value: "second", label: words.long },
  ];
  return (
    <>
      <Form of={form} className="max-w-140 py-4">
        <TextField name="name" label={words.name} help={words.help} />
        <EmailField name="mail" label={words.mail} />
        <UrlField name="site" label={words.site} />
        <DateField name="day" label={words.day} />
        <SelectField name="choice" label={words.choice} placeholder="–" options={options} />
        <RadioGroupField
          name="pick"
          label={words.choice}
          options={[
            { value: "first", label: words.first },
            { value: "second", label: words.second },
          ]}
        />
        <MoneyField name="money" label={words.amount} currencies={["EUR", "CHF"]} />
        <TextAreaField name="note" label={words.note} optional />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
      <ActionDialog
        label={words.delete}
        variant="danger"
        title={words.sure}
        description={words.consequence}
        load={async () => KitDialog}
        form={{ label: words.delete }}
      />
    </>
  );
}

function KitDialog({ label, onDone }: { label: string; onDone: () => void }) {
  const form = useActionForm({
    schema: z.object({}),
    action: async () => ({ ok: true as const, value: null }),
    defaultValues: {},
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <SubmitButton variant="danger">{label}</SubmitButton>
    </Form>
  );
}
