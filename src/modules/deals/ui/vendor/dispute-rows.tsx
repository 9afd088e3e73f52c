import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/ui/chip";
import { formatDayTime } from "@/ui/format/format";
import { Link } from "@/ui/link";
import type { DisputeRow } from "../../queries/list-disputes";

type Props = { rows: readonly DisputeRow[]; now: Date; zone: string; base: string; empty: ReactNode };

/** Disputes: who disputes what, who judges it and by when, or how it ended and why. */
export function DisputeRows({ rows, now, zone, base, empty }: Props) {
  const t = useTranslations("program.disputes");
  const reasons = useTranslations("deals.disputeReason");
  const locale = useLocale();
  if (rows.length === 0) return empty;
  return (
    <ul>
      {rows.map(({ id, deal, partner, statement, status, owner, firstDecider, dueAt, openedAt, closed }) => (
        <li key={id} className="border-b border-line py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="min-w-0 wrap-anywhere">
              <Link href={`${base}/${deal.id}`} className="font-strong">
                {deal.customer}
              </Link>{" "}
              <span className="text-ink-2">{t("of", { number: deal.number, partner })}</span>
            </span>
            {closed ? (
              <Chip
                icon={status === "upheld" ? "scale" : "circle-check"}
                tone={status === "upheld" ? "neutral" : "positive"}
              >
                {t(`outcome.${status}`)}
              </Chip>
            ) : (
              <Chip icon={dueAt < now ? "circle-alert" : "clock"} tone={dueAt < now ? "critical" : "warning"}>
                {t(dueAt < now ? "late" : "due", { due: formatDayTime(dueAt, locale, zone) })}
              </Chip>
            )}
          </div>
          <p className="mt-1 line-clamp-3 max-w-prose whitespace-pre-line wrap-anywhere text-ink-2">
            {t("quote", { text: statement })}
          </p>
          {closed && (
            <p className="mt-1 max-w-prose whitespace-pre-line wrap-anywhere">
              {closed.reason && <b className="font-strong">{reasons(closed.reason)}. </b>}
              {t("quote", { text: closed.note })}
            </p>
          )}
          <p className="mt-1 text-xs text-ink-3">
            {closed
              ? t("judgedBy", { by: closed.by, when: formatDayTime(closed.at, locale, zone, { year: true }) })
              : t("withOwner", { owner, since: formatDayTime(openedAt, locale, zone) })}{" "}
            {firstDecider ? t("decidedBy", { name: firstDecider }) : t("decidedByRule")}
          </p>
        </li>
      ))}
    </ul>
  );
}
