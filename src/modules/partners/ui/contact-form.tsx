"use client";

import { useTranslations } from "next-intl";
import { DateField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { logContactAction } from "../actions";
import type { ContactKind } from "../domain/contact";
import { logContactInput } from "../schema";

export type NewContact = {
  partnerId: string;
  partner: string;
  contactIds: Readonly<Record<ContactKind, string>>;
  kind: ContactKind;
  /** Today, where the reader is. */
  on: string;
  /** Who works at the partner. */
  names: readonly string[];
};

export function ContactForm({ partnerId, contactIds, kind, on, names, onDone }: NewContact & { onDone: () => void }) {
  const t = useTranslations("partnerContacts");
  const people: string[] = [];
  const form = useActionForm({
    schema: logContactInput,
    action: logContactAction,
    defaultValues: { partnerId, contactId: contactIds[kind], kind, on, note: "", people },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <SubmitButton>{t("save")}</SubmitButton>
      <DateField name="on" label={t("on")} />
      {names.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="text-base font-strong">{t("with")}</legend>
          <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-2">
            {names.map((name) => (
              <label key={name} className="inline-flex min-h-6 items-center gap-2">
                <input
                  type="checkbox"
                  value={name}
                  className="size-4 accent-accent"
                  {...form.form.register("people")}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextAreaField name="note" label={t("note")} optional />
    </Form>
  );
}
