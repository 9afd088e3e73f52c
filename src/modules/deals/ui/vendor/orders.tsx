import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMoney } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import { Section } from "@/ui/section";
import type { DealRecord } from "../../queries/record-deal";

/** Orders in the vendor's books that name a win, and whether each confirms it. */
export function Orders({ deal }: { deal: DealRecord }) {
  const t = useTranslations("channel.orders");
  const locale = useLocale();
  if (deal.orders.length === 0) return null;
  const confirmed = deal.win?.confirmedAt !== null;
  return (
    <Section title={t(confirmed ? "proof" : "title")} spaced>
      <ul>
        {deal.orders.map(({ order, obstacle, days, difference }) => (
          <li key={order.lineIds[0]} className="flex gap-2.5 border-b border-line py-2.25">
            <Icon
              name={obstacle ? "circle-alert" : "circle-check"}
              className={obstacle ? "mt-0.5 text-warning-ink" : "mt-0.5 text-positive-ink"}
            />
            <div className="min-w-0">
              <b className="block">
                {t("order", {
                  order: order.reference,
                  amount: formatMoney(order.amount, locale),
                  day: formatDay(order.bookedOn, locale, { year: true }),
                })}
              </b>
              <span className="block text-ink-2">
                {t(obstacle ?? (confirmed ? "confirmed" : "confirms"), {
                  days: Math.abs(days),
                  difference: formatMoney({ amount: Math.abs(difference), currency: order.amount.currency }, locale),
                })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
