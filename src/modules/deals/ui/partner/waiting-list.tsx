import { useLocale, useTranslations } from "next-intl";
import { type BusinessCalendar, businessMinutesBetween } from "@/kernel/calendar";
import { formatMoney } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { DealRow } from "../../queries/list-deals";
import { DealStatusChip } from "../deal-status-chip";
import { WaitingClock } from "./waiting-clock";

type Props = {
  deals: readonly DealRow[];
  vendor: string;
  now: Date;
  zone: string;
  calendar: BusinessCalendar;
  /** Business minutes the vendor has for a decision. */
  reviewMinutes: number;
};

/** What waits for the vendor, with the clock that binds it. */
export function WaitingList({ deals, vendor, now, zone, calendar, reviewMinutes }: Props) {
  const t = useTranslations("deals.waiting");
  const locale = useLocale();
  return (
    <Section title={t("title", { vendor })}>
      {deals.length === 0 && <p className="border-b border-line py-3 text-ink-2">{t("nothing", { vendor })}</p>}
      <ul>
        {deals.map((deal) => (
          <li key={deal.id} className="border-b border-line py-3">
            <div className="flex items-start justify-between gap-3">
              <span className="min-w-0">
                <Link look="name" href={`/portal/deals/${deal.id}`} className="wrap-anywhere">
                  {deal.customer || deal.number}
                </Link>
                <span className="block text-ink-2">
                  {[deal.number, deal.amount && formatMoney(deal.amount, locale)].filter(Boolean).join(", ")}
                </span>
              </span>
              <DealStatusChip status={deal.status} side="partner" />
            </div>
            {deal.dueAt && (
              <div className="mt-2">
                <WaitingClock
                  kind="review"
                  reviewer={deal.reviewer}
                  vendor={vendor}
                  dueAt={deal.dueAt}
                  now={now}
                  zone={zone}
                  usedMinutes={reviewMinutes - businessMinutesBetween(calendar, now, deal.dueAt)}
                  totalMinutes={reviewMinutes}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
