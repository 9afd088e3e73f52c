"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { saveContactsAction, saveUsualContactsAction } from "../actions";
import { type CardLine, contactTopics } from "../domain/contact-card";
import { type ContactsForm, saveContactsInput, saveUsualContactsInput, type UsualContactsForm } from "../schema";

export type ContactsProps = {
  partnerId: string;
  card: readonly CardLine[];
  colleagues: readonly { id: string; name: string; title: string }[];
};

/** By topic who is named, and who is there where that one is not. */
export function ContactsDialogForm({ partnerId, card, colleagues, onDone }: ContactsProps & { onDone: () => void }) {
  const t = useTranslations("partners.contacts");
  const own = (topic: string) => card.find((line) => line.topic === topic && line.isOwn);
  const of = useActionForm<ContactsForm, unknown>({
    schema: saveContactsInput,
    action: saveContactsAction,
    defaultValues: {
      partnerId,
      // Every topic has its line.
      contacts: Object.fromEntries(
        contactTopics.map((topic) => [
          topic,
          { personId: own(topic)?.person.id ?? "", backupId: own(topic)?.backup?.id ?? "" },
        ]),
      ) as ContactsForm["contacts"],
    },
    onSuccess: onDone,
  });
  const usual = (topic: string) => card.find((line) => line.topic === topic && !line.isOwn)?.person.name;
  const unchosen = (topic: string) => {
    const name = usual(topic);
    return name ? t("usual", { name }) : t("usualNobody");
  };
  return (
    <Form of={of}>
      <ContactFields colleagues={colleagues} unchosen={unchosen} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

type Colleagues = ContactsProps["colleagues"];
export type UsualContactsProps = { contacts: UsualContactsForm["contacts"]; colleagues: Colleagues };

/** By topic whom the program names for every partner without a choice of its own. */
export function UsualContactsDialogForm({ contacts, colleagues, onDone }: UsualContactsProps & { onDone: () => void }) {
  const t = useTranslations("partners.contacts");
  const of = useActionForm<UsualContactsForm, unknown>({
    schema: saveUsualContactsInput,
    action: saveUsualContactsAction,
    defaultValues: { contacts },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <ContactFields colleagues={colleagues} unchosen={() => t("nobody")} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

type FieldsProps = { colleagues: Colleagues; unchosen: (topic: string) => string };

/** Each topic with who is named and a backup; `unchosen` says what holds without a choice. */
function ContactFields({ colleagues, unchosen }: FieldsProps) {
  const t = useTranslations("partners.contacts");
  const options = colleagues.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }));
  return (
    <>
      {contactTopics.map((topic) => (
        <fieldset key={topic} className="grid gap-3 border-t border-line pt-3 sm:grid-cols-2">
          <legend className="sr-only">{t(`topic.${topic}`)}</legend>
          <SelectField
            name={`contacts.${topic}.personId`}
            label={t(`topic.${topic}`)}
            placeholder={unchosen(topic)}
            options={options}
          />
          <SelectField
            name={`contacts.${topic}.backupId`}
            label={t("backup")}
            placeholder={t("noBackup")}
            options={options}
          />
        </fieldset>
      ))}
    </>
  );
}
