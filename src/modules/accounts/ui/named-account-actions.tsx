"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { NameProps, UnnameProps } from "./named-account-forms";

const forms = () => import("./named-account-forms");

/** Keeps a customer for somebody, or says something else about it; says what follows for registrations. */
export function NameAccount({ customer, changes, ...form }: NameProps & { customer: string; changes: boolean }) {
  const t = useTranslations("accounts.named");
  return (
    <ActionDialog
      label={t(changes ? "change" : "name")}
      title={t("nameTitle", { customer })}
      description={t("nameConsequence")}
      load={async () => (await forms()).NameAccountForm}
      form={form}
    />
  );
}

/** Takes a customer off the list; asks once and says what follows. */
export function UnnameAccount({ customer, ...form }: UnnameProps & { customer: string }) {
  const t = useTranslations("accounts.named");
  return (
    <ActionDialog
      label={t("remove")}
      title={t("removeTitle", { customer })}
      description={t("removeConsequence")}
      load={async () => (await forms()).UnnameAccountForm}
      form={form}
    />
  );
}
