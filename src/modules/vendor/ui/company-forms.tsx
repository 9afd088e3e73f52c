"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/ui/form/checkbox-field";
import { type Option, SelectField, TextField } from "@/ui/form/fields";
import { saveProfileAction, saveReportingAction } from "../actions";
import { SavedForm } from "./saved-form";

type Profile = { vendorName: string; locale: string; zone: string; version: number };

/** The vendor's name, language and zone. */
export function ProfileForm({ values, locales, zones }: { values: Profile; locales: Option[]; zones: Option[] }) {
  const t = useTranslations("vendor.company");
  return (
    <SavedForm
      schema={async () => (await import("../schema")).saveProfileInput}
      action={saveProfileAction}
      values={values}
    >
      <TextField name="vendorName" label={t("name")} help={t("nameHelp")} autoComplete="organization" />
      <SelectField name="locale" label={t("locale")} help={t("localeHelp")} options={locales} />
      <SelectField name="zone" label={t("zone")} help={t("zoneHelp")} options={zones} />
    </SavedForm>
  );
}

type Reporting = { currency: string; fiscalStartMonth: string; version: number };
type ReportingProps = { values: Reporting; currencies: Option[]; months: Option[]; figures: number };

/** The reporting currency and the fiscal year, with what another one would mean. */
export function ReportingForm({ values, currencies, months, figures }: ReportingProps) {
  const t = useTranslations("vendor.reporting");
  const fixed = figures > 0;
  return (
    <SavedForm
      schema={async () => (await import("../schema")).saveReportingInput}
      action={saveReportingAction}
      values={{ ...values, understood: false }}
    >
      <SelectField
        name="currency"
        label={t("currency")}
        help={fixed ? t("currencyFixed", { count: figures }) : t("currencyHelp")}
        options={fixed ? currencies.filter(({ value }) => value === values.currency) : currencies}
      />
      <SelectField name="fiscalStartMonth" label={t("fiscal")} help={t("fiscalHelp")} options={months} />
      {fixed && <CheckboxField name="understood" label={t("understood")} help={t("understoodHelp")} />}
    </SavedForm>
  );
}
