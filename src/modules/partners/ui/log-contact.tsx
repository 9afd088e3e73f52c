"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import { contactKinds } from "../domain/contact";
import type { NewContact } from "./contact-form";

/** One button for each kind of contact: pressed once to open, once more to log it as of now. */
export function LogContact(contact: Omit<NewContact, "kind">) {
  const t = useTranslations("partnerContacts");
  return contactKinds.map((kind) => (
    <ActionDialog
      key={kind}
      label={t(`log.${kind}`)}
      title={t(`title.${kind}`, { partner: contact.partner })}
      description={t("description")}
      load={async () => (await import("./contact-form")).ContactForm}
      form={{ ...contact, kind }}
    />
  ));
}
