import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/kernel/dates";
import { countryName } from "@/modules/accounts/domain/countries";
import { hostOf } from "@/modules/accounts/domain/host";
import { formatDay, formatMoney, formatPercent } from "@/ui/format/format";
import type { DealDecision, DealRecord } from "../../queries/record-deal";

type Props = { deal: DealRecord; decision: DealDecision; vendor: string; vendorZone: string };

/** The approval in writing, made to be printed on one sheet: what is granted to whom, until when, under which conditions. */
export function ApprovalLetter({ deal, decision, vendor, vendorZone }: Props) {
  const t = useTranslations("deals.letter");
  const words = useTranslations("deals");
  const locale = useLocale();
  const day = (value: NonNullable<DealRecord["protectedThrough"]>) => formatDay(value, locale, { year: true });
  const approvedOn = day(dayOf(decision.decidedAt, vendorZone));
  const through = deal.protectedThrough ? day(deal.protectedThrough) : "";
  const product = deal.productLine?.name ?? "";
  const { customer, benefit, amount } = deal;
  const country = customer.country?.trim();
  const percent = benefit ? formatPercent(benefit.basisPoints / 10_000, locale) : "";
  const grants: [string, string][] = [
    [t("number"), deal.number],
    [
      t("customer"),
      [customer.name, hostOf(customer.website), country && countryName(country, locale)].filter(Boolean).join(", "),
    ],
    [t("product"), product],
    [t("role"), `${words(`type.${deal.dealType}`)}, ${words(`role.${deal.partnerRole}`)}`],
    [t("amount"), amount ? formatMoney(amount, locale) : ""],
    [
      t("benefit"),
      benefit?.money ? t("benefitValue", { percent, amount: formatMoney(benefit.money, locale) }) : percent,
    ],
    [t("protected"), t("period", { from: approvedOn, through })],
  ];
  const conditions = [
    t("condition.scope", { product, customer: customer.name, role: words(`role.${deal.partnerRole}`) }),
    t("condition.order", { percent, through }),
    t("condition.win", { vendor }),
    t("condition.rule", { name: decision.policy.name, version: decision.policy.version }),
  ];
  return (
    <article className="mt-6 max-w-190 rounded-lg border border-line bg-surface p-6 text-base sm:p-12 print:mt-0 print:max-w-none print:border-0 print:p-0">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <p className="font-strong">{vendor}</p>
        <p className="figures text-ink-2">{approvedOn}</p>
      </header>
      <p className="mt-10">{deal.partner.name}</p>
      <p className="text-ink-2">{t("attention", { name: deal.owner })}</p>
      <h2 className="mt-10 text-lg tracking-tight">
        {t.rich("subject", {
          number: deal.number,
          customer: customer.name,
          one: (word) => <span className="whitespace-nowrap">{word}</span>,
        })}
      </h2>
      <p className="mt-4 max-w-prose">
        {t("opening", { vendor, partner: deal.partner.name, customer: customer.name, through })}
      </p>
      <dl className="mt-6 border-t border-line">
        {grants
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt className="text-ink-2">{label}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
      </dl>
      <h3 className="mt-8">{t("conditions")}</h3>
      <ol className="mt-2 grid list-decimal gap-1.5 ps-5">
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ol>
      {decision.note && <p className="mt-6 max-w-prose whitespace-pre-line">{t("note", { note: decision.note })}</p>}
      <p className="mt-10">{decision.decider ?? t("byRule", { vendor })}</p>
      <p className="text-ink-2">{decision.decider ? vendor : t("byRuleMore")}</p>
    </article>
  );
}
