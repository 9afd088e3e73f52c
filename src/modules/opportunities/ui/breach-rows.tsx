import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/ui/chip";
import { formatDayTime } from "@/ui/format/format";
import { Link } from "@/ui/link";
import type { BreachRow } from "../queries/list-breaches";
import { CloseBreach } from "./close-breach";

/** Possible breaches: who went on where a partner is protected, why, and what it turned out to be. */
export function BreachRows({ rows, zone, empty }: { rows: readonly BreachRow[]; zone: string; empty: ReactNode }) {
  const t = useTranslations("opportunities.breach");
  const words = useTranslations("deals");
  const locale = useLocale();
  if (rows.length === 0) return empty;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="border-b border-line py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <b className="wrap-anywhere">
              {t.rich("what", { seller: row.seller, customer: row.customer, b: (chunks) => <b>{chunks}</b> })}
            </b>
            <span className="figures text-xs text-ink-3">{formatDayTime(row.at, locale, zone, { year: true })}</span>
          </div>
          <p className="mt-0.5 text-ink-2">
            {t.rich("protects", {
              partner: row.partner,
              deal: () => <Link href={`/channel/deals/${row.deal.id}`}>{row.deal.number}</Link>,
            })}{" "}
            {row.reason ? t("because", { reason: words(`goOnReason.${row.reason}`) }) : t("byImport")}
          </p>
          {row.note && <p className="mt-0.5 whitespace-pre-line wrap-anywhere">{t("quote", { note: row.note })}</p>}
          <div className="mt-2 flex flex-wrap items-center gap-3">
            {row.outcome ? (
              <>
                <Chip
                  icon={row.outcome === "breach" ? "circle-x" : "circle-check"}
                  tone={row.outcome === "breach" ? "critical" : "positive"}
                >
                  {words(`breachOutcome.${row.outcome}`)}
                </Chip>
                <span className="min-w-0 text-ink-2 wrap-anywhere">{t("quote", { note: row.outcomeNote })}</span>
              </>
            ) : (
              <Chip icon="circle-alert" tone="warning">
                {t("open")}
              </Chip>
            )}
            {row.mayClose && <CloseBreach breachId={row.id} seller={row.seller} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
