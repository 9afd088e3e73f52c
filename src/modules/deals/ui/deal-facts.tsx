import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/modules/accounts/domain/countries";
import { hostOf } from "@/modules/accounts/domain/host";
import { formatDay, formatDayTime, formatMoney, formatPercent } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Section } from "@/ui/section";
import type { DealRecord } from "../queries/record-deal";

/** People, dates and money of a deal, as its partner sees them. */
export function DealFacts({ deal, zone }: { deal: DealRecord; zone: string }) {
  const t = useTranslations("deals");
  const locale = useLocale();
  const at = (date: Date) => formatDayTime(date, locale, zone);
  const day = (value: NonNullable<DealRecord["protectedThrough"]>) => formatDay(value, locale, { year: true });
  const { customer, contact, win, loss, benefit } = deal;
  const country = customer.country?.trim();
  return (
    <>
      <Section title={t("rail.people")}>
        <KeyFacts
          facts={shown([
            {
              label: t("rail.customer"),
              value: hostOf(customer.website),
              detail: country && countryName(country, locale),
            },
            { label: t("rail.contact"), value: contact.name, detail: contact.email },
            { label: t("rail.owner"), value: deal.owner },
            { label: t("rail.reviewer"), value: deal.reviewer?.name },
          ])}
        />
      </Section>
      <Section title={t("rail.dates")}>
        <KeyFacts
          facts={shown([
            { label: t("rail.begun"), value: !deal.submittedAt && at(deal.createdAt) },
            { label: t("rail.submitted"), value: deal.submittedAt && at(deal.submittedAt) },
            { label: t("rail.due"), value: deal.dueAt && at(deal.dueAt) },
            { label: t("rail.decided"), value: deal.decidedAt && at(deal.decidedAt) },
            { label: t("rail.protected"), value: deal.protectedThrough && day(deal.protectedThrough) },
            { label: t("rail.close"), value: deal.expectedClose && day(deal.expectedClose) },
            { label: t("rail.won"), value: win && day(win.wonOn) },
            { label: t("rail.lost"), value: loss && day(loss.on) },
          ])}
        />
      </Section>
      <Section title={t("rail.money")}>
        <KeyFacts
          facts={shown([
            { label: t("rail.amount"), value: deal.amount && formatMoney(deal.amount, locale) },
            {
              label: benefit ? t("rail.benefit", { percent: formatPercent(benefit.basisPoints / 10_000, locale) }) : "",
              value: benefit?.money && formatMoney(benefit.money, locale),
            },
            {
              label: t("rail.order"),
              value: win && formatMoney(win.amount, locale),
              detail: win?.orderReference,
            },
            { label: t("rail.product"), value: deal.productLine?.name },
            {
              label: t("rail.type"),
              value: deal.dealType && t(`type.${deal.dealType}`),
              detail: deal.partnerRole && t(`role.${deal.partnerRole}`),
            },
          ])}
        />
      </Section>
    </>
  );
}

type Fact = { label: string; value: string | false | null | undefined; detail?: string | null | undefined };

/** Leaves out what is not known. */
function shown(facts: readonly Fact[]) {
  return facts.flatMap(({ label, value, detail }) => (value ? [{ label, value, detail: detail || undefined }] : []));
}
