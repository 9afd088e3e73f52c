import { getLocale, getTranslations } from "next-intl/server";
import { settingsRights } from "@/modules/vendor/access";
import { companySettings } from "@/modules/vendor/queries/company";
import { AccentForm } from "@/modules/vendor/ui/accent-form";
import { ProfileForm, ReportingForm } from "@/modules/vendor/ui/company-forms";
import { LogoForm } from "@/modules/vendor/ui/logo-form";
import { languageName, languages } from "@/server/languages";
import { page } from "@/server/page";
import { KeyFacts } from "@/ui/key-facts";
import { Section } from "@/ui/section";
import { currencyOptions, monthOptions, zoneOptions } from "../choices";
import { SettingsPage } from "../settings-page";

export default page("settings.read", async ({ actor, tx }) => {
  const t = await getTranslations("vendor");
  const locale = await getLocale();
  const company = await companySettings(tx);
  const { version, figures, logo } = company;
  const months = monthOptions(locale);
  if (!settingsRights(actor).manage)
    return (
      <SettingsPage current="company">
        <div className="max-w-130">
          <KeyFacts
            facts={[
              { label: t("company.name"), value: company.vendorName },
              { label: t("company.locale"), value: languageName(company.locale) },
              { label: t("company.zone"), value: company.zone.replaceAll("_", " ") },
              { label: t("reporting.currency"), value: company.reportingCurrency },
              { label: t("reporting.fiscal"), value: months[company.fiscalStartMonth - 1]?.label ?? "" },
            ]}
          />
        </div>
      </SettingsPage>
    );
  return (
    <SettingsPage current="company">
      <Section title={t("company.title")}>
        <ProfileForm
          values={{ vendorName: company.vendorName, locale: company.locale, zone: company.zone, version }}
          locales={languages().map((value) => ({ value, label: languageName(value) }))}
          zones={zoneOptions(company.zone)}
        />
      </Section>
      <Section title={t("logo.title")} spaced id="logo">
        <LogoForm logo={logo} />
      </Section>
      <Section title={t("accent.title")} spaced id="accent">
        <AccentForm values={{ accent: company.accent ?? "", version }} />
      </Section>
      <Section title={t("reporting.title")} spaced id="reporting">
        <ReportingForm
          values={{
            currency: company.reportingCurrency,
            fiscalStartMonth: String(company.fiscalStartMonth),
            version,
          }}
          currencies={currencyOptions(locale)}
          months={months}
          figures={figures}
        />
      </Section>
    </SettingsPage>
  );
});
