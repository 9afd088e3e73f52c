"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  DateField,
  EmailField,
  RadioGroupField,
  SelectField,
  TextAreaField,
  TextField,
  UrlField,
} from "@/ui/form/fields";
import { MoneyField } from "@/ui/form/money-field";
import { dealTypes, participantRoles } from "../../domain/deal";
import type { OwnRegistration } from "../../queries/own-registrations";
import { DuplicateNotice } from "./duplicate-notice";

type Choice = { readonly value: string; readonly label: string };

export type DealChoicesShown = {
  readonly countries: readonly Choice[];
  readonly productLines: readonly Choice[];
  readonly currencies: readonly string[];
  /** What the company has registered already. */
  readonly own: readonly OwnRegistration[];
};

/** The questions of a registration, in the order a seller thinks: who, what, how much, when. */
export function DealFields({ countries, productLines, currencies, own }: DealChoicesShown) {
  const t = useTranslations("deals.form");
  const words = useTranslations("deals");
  return (
    <>
      <Group title={t("group.customer")}>
        <TextField name="customer.name" label={t("customer")} help={t("customerHelp")} autoComplete="organization" />
        <UrlField name="customer.website" label={t("website")} help={t("websiteHelp")} />
        <SelectField name="customer.country" label={t("country")} placeholder={t("choose")} options={countries} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="contact.name" label={t("contactName")} />
          <EmailField name="contact.email" label={t("contactEmail")} />
        </div>
      </Group>
      <Group title={t("group.deal")}>
        <SelectField name="productLineId" label={t("product")} placeholder={t("choose")} options={productLines} />
        <DuplicateNotice own={own} />
        <MoneyField name="amount" label={t("amount")} help={t("amountHelp")} currencies={currencies} />
        <DateField name="expectedClose" label={t("close")} />
        <RadioGroupField
          name="dealType"
          label={t("type")}
          options={dealTypes.map((type) => ({ value: type, label: words(`type.${type}`) }))}
        />
      </Group>
      <Group title={t("group.more")}>
        <SelectField
          name="partnerRole"
          label={t("role")}
          help={t("roleHelp")}
          optional
          options={participantRoles.map((role) => ({ value: role, label: words(`role.${role}`) }))}
        />
        <TextAreaField name="need" label={t("need")} help={t("needHelp")} optional />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-5 border-t border-line pt-4">
      <legend className="float-start -mb-2 w-full text-ink-3">{title}</legend>
      {children}
    </fieldset>
  );
}
