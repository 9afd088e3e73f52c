"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { type Money, money, parseMajor, share } from "@/kernel/money";
import type { PolicyBody } from "@/kernel/policy";
import { countryName } from "@/modules/accounts/domain/countries";
import { formatMoney, formatPercent } from "@/ui/format/format";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { previewGrant } from "../../domain/grant-preview";
import { isWithin } from "../../domain/territory";
import type { RegistrationValues } from "./deal-form-schema";

export type ApprovalTerms = {
  readonly rules: Pick<PolicyBody, "tables" | "settings">;
  readonly tier: string;
  /** Product line id → code. */
  readonly productLines: Readonly<Record<string, string>>;
  readonly reportingCurrency: string;
  /** In minor units of the reporting currency; null where the rules have none. */
  readonly autoApprovalLimit: number | null;
  /** The countries of the partner's territory, and what the rules do outside of it; none where it is everywhere. */
  readonly territory: readonly string[];
  readonly outside: "review" | "ask" | "reject" | null;
};

function amountOf(text: string, currency: string): Money | null {
  const amount = parseMajor(text.trim(), currency);
  return amount && amount.amount > 0 ? amount : null;
}

/** What an approval would bring for what has been filled in so far, read from the rules in force. */
export function ApprovalPreview({ terms }: { terms: ApprovalTerms }) {
  const t = useTranslations("deals.form.preview");
  const words = useTranslations("deals");
  const locale = useLocale();
  const values = useWatch<RegistrationValues>() as RegistrationValues; // every field has a default value
  const amount = amountOf(values.amount.amount, values.amount.currency);
  const reporting = amount?.currency === terms.reportingCurrency ? amount.amount : null;
  const grant = previewGrant(terms.rules, {
    dealType: values.dealType,
    tier: terms.tier,
    role: values.partnerRole,
    productLineCode: terms.productLines[values.productLineId] ?? null,
    country: values.customer.country || null,
    reportingAmount: reporting,
  });
  const overLimit = terms.autoApprovalLimit !== null && reporting !== null && reporting > terms.autoApprovalLimit;
  const { country } = values.customer;
  const isOutside = terms.outside !== null && country !== "" && !isWithin(terms.territory, country);
  return (
    <Section title={t("title")}>
      {/* Announced as it changes, but never in the middle of a word. */}
      <div aria-live="polite">
        {grant ? (
          <dl>
            <Figure
              label={t("benefit")}
              figure={formatPercent(grant.benefitBasisPoints / 10_000, locale)}
              detail={
                amount
                  ? t("about", { amount: formatMoney(share(amount, grant.benefitBasisPoints), locale) })
                  : t("ofAmount")
              }
            />
            <Figure
              label={t("protection")}
              figure={t("days", { count: grant.protectionDays })}
              detail={t("because", { type: words(`type.${values.dealType}`) })}
            />
            {grant.presales && (
              <Figure
                label={t("help")}
                figure={words(`presales.kind.${grant.presales.kind}`)}
                detail={t("helpWithin", { days: grant.presales.businessDays })}
              />
            )}
          </dl>
        ) : (
          <p className="py-2.5 text-ink-2">{t("unknown")}</p>
        )}
        {isOutside && (
          <div className="pt-3">
            <Notice tone={terms.outside === "reject" ? "critical" : "warning"} title={t("outside")}>
              {t(`outsideThen.${terms.outside}`, { countries: countriesOf(terms.territory, locale) })}
            </Notice>
          </div>
        )}
        {overLimit && (
          <p className="border-b border-line py-2.5 text-ink-2">
            {t("overLimit", {
              amount: formatMoney(money(terms.autoApprovalLimit ?? 0, terms.reportingCurrency), locale),
            })}
          </p>
        )}
      </div>
    </Section>
  );
}

function countriesOf(territory: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(
    territory.map((code) => countryName(code, locale)),
  );
}

function Figure({ label, figure, detail }: { label: string; figure: string; detail: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line py-2.5">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-end">
        <span className="figures text-lg font-strong tracking-tight">{figure}</span>
        <span className="block text-xs text-ink-3">{detail}</span>
      </dd>
    </div>
  );
}
