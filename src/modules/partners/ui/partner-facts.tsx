import { useTranslations } from "next-intl";
import { countryName } from "@/modules/accounts/domain/countries";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { formatDay } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { PartnerRecord } from "../queries/record-partner";

/** The rail of a partner's record. */
export function PartnerFacts({ partner, locale }: { partner: PartnerRecord; locale: string }) {
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

/** Who works at a partner, and how to reach them. */
export function PartnerPeople({ partner }: { partner: PartnerRecord }) {
  const t = useTranslations("partners");
  const role = useTranslations("signIn.roles");
  if (partner.people.length === 0) return <EmptyState title={t("noPeople")} text={t("noPeopleText")} />;
  return (
    <ul>
      {partner.people.map((person) => (
        <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5">
          <Avatar name={person.name} />
          <span className="min-w-0 flex-1 basis-40">
            <span className="block font-strong wrap-anywhere">{person.name}</span>
            <span className="block text-xs text-ink-2">
              {[person.title, ...person.roles.map((name) => role(name))].filter(Boolean).join(", ")}
            </span>
          </span>
          <Link href={`mailto:${person.email}`} className="text-xs wrap-anywhere max-sm:ms-10">
            {person.email}
          </Link>
        </li>
      ))}
    </ul>
  );
}
