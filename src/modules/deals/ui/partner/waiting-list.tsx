import { useLocale, useTranslations } from "next-intl";
import { type BusinessCalendar, businessMinutesBetween } from "@/kernel/calendar";
import { formatMoney } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import type { DealRow } from "../../queries/list-deals";
import type { DealClock } from "../../queries/record-deal";
import { DealStatusChip } from "../deal-status-chip";
import { WaitingClock } from "./waiting-clock";

type Props = {
  deals: readonly DealRow[];
  vendor: string;
  now: Date;
  zone: string;
  calendar: BusinessCalendar;
  clocks: ReadonlyMap<string, DealClock>;
};

/** What waits for the vendor, with the clock that binds it. */
export function WaitingList({ deals, vendor, now, zone, calendar, clocks }: Props) {
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
            <Waiting deal={deal} clock={clocks.get(deal.id)} />
          </li>
        ))}
      </ul>
    </Section>
  );

  function Waiting({ deal, clock }: { deal: DealRow; clock: DealClock | undefined }) {
    if (!clock) return null;
    const { startedAt, dueAt, budgetMinutes, late } = clock;
    return (
      <div className="mt-2">
        <WaitingClock
          kind="review"
          reviewer={deal.reviewer}
          vendor={vendor}
          dueAt={dueAt}
          late={late}
          now={now}
          zone={zone}
          usedMinutes={businessMinutesBetween(calendar, startedAt, now)}
          totalMinutes={budgetMinutes ?? businessMinutesBetween(calendar, startedAt, dueAt)}
        />
      </div>
    );
  }
}
