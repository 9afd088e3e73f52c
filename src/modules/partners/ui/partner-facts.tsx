import { useTranslations } from "next-intl";
import { dayOf } from "@/kernel/dates";
import { countryName } from "@/modules/accounts/domain/countries";
import { formatDay } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { PartnerRecord } from "../queries/record-partner";

/** The rail of a partner's record. */
export function PartnerFacts({
  partner,
  contact,
  reader: { locale, zone },
}: {
  partner: PartnerRecord;
  contact: { readonly at: Date; readonly kind: string; readonly by: string } | null;
  reader: { readonly locale: string; readonly zone: string };
}) {
  const t = useTranslations("partners");
  const country = new Intl.DisplayNames([locale], { type: "region" }).of(partner.country) ?? partner.country;
  return (
    <Section title={t("facts")}>
      <KeyFacts
        facts={[
          { label: t("fact.stage"), value: t(`stage.${partner.stage}`) },
          { label: t("fact.tier"), value: t(`tier.${partner.tier}`) },
          { label: t("fact.country"), value: country, detail: partner.region },
          {
            label: t("fact.territory"),
            value:
              partner.territory.length === 0
                ? t("fact.everywhere")
                : new Intl.ListFormat(locale, { type: "conjunction" }).format(
                    partner.territory.map((code) => countryName(code, locale)),
                  ),
          },
          { label: t("fact.website"), value: partner.domain },
          { label: t("fact.currency"), value: partner.currency },
          ...(partner.agreementDate
            ? [{ label: t("fact.agreement"), value: formatDay(partner.agreementDate, locale, { year: true }) }]
            : []),
          {
            label: t("fact.contact"),
            value: contact ? formatDay(dayOf(contact.at, zone), locale, { year: true }) : t("fact.noContact"),
            ...(contact ? { detail: t("fact.contactBy", { kind: contact.kind, by: contact.by }) } : {}),
          },
          ...(partner.manager
            ? [
                {
                  label: t("fact.manager"),
                  value: <Link href={`mailto:${partner.manager.email}`}>{partner.manager.name}</Link>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
