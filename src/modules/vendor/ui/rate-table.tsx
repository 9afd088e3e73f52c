import { useTranslations } from "next-intl";
import type { PlainDate } from "@/kernel/dates";
import { formatDay, formatNumber } from "@/ui/format/format";

type Listed = {
  currency: string;
  perEuro: string;
  day: PlainDate;
  source: string;
  since: PlainDate;
  days: number;
  gaps: number;
  longestGap: number;
};

const cell = "border-b border-line py-2 pe-4 align-top";

/** The newest rate of each currency with its day and source, and what is missing before it. */
export function RateTable({ currencies, locale }: { currencies: readonly Listed[]; locale: string }) {
  const t = useTranslations("vendor.rates");
  const names = new Intl.DisplayNames([locale], { type: "currency" });
  return (
    <section className="mt-4 overflow-x-auto" aria-label={t("table")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls a wide table by keyboard */}
      <div tabIndex={0} className="min-w-0 overflow-x-auto">
        <table className="w-full min-w-150">
          <thead>
            <tr className="text-xs text-ink-3">
              <th className={cell}>{t("currency")}</th>
              <th className={`${cell} text-end`}>{t("perEuro")}</th>
              <th className={cell}>{t("day")}</th>
              <th className={cell}>{t("source")}</th>
              <th className={cell}>{t("known")}</th>
            </tr>
          </thead>
          <tbody>
            {currencies.map((row) => (
              <tr key={row.currency}>
                <th scope="row" className={`${cell} sticky start-0 bg-surface`}>
                  {row.currency}
                  <span className="block text-xs font-normal text-ink-3">{names.of(row.currency)}</span>
                </th>
                <td className={`${cell} figures text-end`}>
                  {formatNumber(Number(row.perEuro), locale, { digits: 8 })}
                </td>
                <td className={`${cell} whitespace-nowrap`}>{formatDay(row.day, locale, { year: true })}</td>
                <td className={cell}>{row.source}</td>
                <td className={cell}>
                  {t("since", {
                    day: formatDay(row.since, locale, { year: true }),
                    days: formatNumber(row.days, locale),
                  })}
                  {row.gaps > 0 && (
                    <span className="block text-warning-ink">
                      {t("gaps", { count: row.gaps, longest: row.longestGap })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
