"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { ContactsProps, UsualContactsProps } from "./contact-forms";

const forms = () => import("./contact-forms");

/** Changes whom a partner turns to. */
export function EditContacts({ name, ...form }: ContactsProps & { name: string }) {
  const t = useTranslations("partners.contacts");
  return (
    <ActionDialog
      label={t("edit")}
      variant="quiet"
      title={t("editTitle", { name })}
      description={t("editText")}
      load={async () => (await forms()).ContactsDialogForm}
      form={form}
    />
  );
}

/** Changes whom the program names. */
export function EditUsualContacts(form: UsualContactsProps) {
  const t = useTranslations("partners.contacts");
  return (
    <ActionDialog
      label={t("editUsual")}
      variant="primary"
      title={t("editUsualTitle")}
      description={t("editUsualText")}
      load={async () => (await forms()).UsualContactsDialogForm}
      form={form}
    />
  );
}
