import { getTranslations } from "next-intl/server";
import { money } from "@/kernel/money";
import { type DealFilter, searchFrom } from "@/modules/deals/domain/list-filter";
import { decisionTurnaround, protectedPipeline, reportedWins, sourcedRevenue } from "@/modules/deals/public";
import { quarterOf } from "@/modules/metrics/domain/quarters";
import type { PageContext } from "@/server/page";
import { formatMoney, formatNumber } from "@/ui/format/format";
import { MetricStrip, MetricTile } from "@/ui/metric-tile";
import { Section } from "@/ui/section";
import type { Reader } from "../reader";

/** How the company is doing: four figures of its own deals, each opening its rows. */
export async function figures({ tx }: PageContext, reader: Reader, reviewMinutes: number) {
  const t = await getTranslations("portal.home");
  const metric = await getTranslations("metrics");
  const quarter = quarterOf(reader.figuresDay, reader.vendor.fiscalStartMonth);
  const pipeline = await protectedPipeline(tx);
  const confirmed = await sourcedRevenue(tx, quarter);
  const reported = await reportedWins(tx);
  const turnaround = await decisionTurnaround(tx, quarter, reviewMinutes);
  const amount = (value: number | null) =>
    formatMoney(money(value ?? 0, reader.vendor.reportingCurrency), reader.locale, { compact: true });
  const list = (filter: DealFilter) => `/portal/deals${searchFrom(filter)}`;
  const rows = (count: number) => t("rows", { count });
  return (
    <Section title={t("doing")} aside={t("doingAside")}>
      <MetricStrip>
        <MetricTile
          label={metric("protectedPipeline.title")}
          figure={amount(pipeline.value)}
          href={list(pipeline.filter)}
          rows={rows(pipeline.count)}
        />
        <MetricTile
          label={t("wonQuarter")}
          figure={amount(confirmed.value)}
          note={t("quarter", { quarter: quarter.quarter, year: quarter.year })}
          href={list(confirmed.filter)}
          rows={rows(confirmed.count)}
        />
        <MetricTile
          label={metric("reportedWins.title")}
          figure={amount(reported.value)}
          note={t("reportedNote", { vendor: reader.vendor.vendorName })}
          href={list(reported.filter)}
          rows={rows(reported.count)}
        />
        <MetricTile
          label={t("decided")}
          figure={
            turnaround.value === null
              ? metric("none")
              : turnaround.value === 0
                ? t("atOnce")
                : metric("hours", { hours: formatNumber(turnaround.value, reader.locale, { digits: 1 }) })
          }
          note={t("decidedNote", { onTime: turnaround.onTime, count: turnaround.count })}
          href={list(turnaround.filter)}
          rows={rows(turnaround.count)}
        />
      </MetricStrip>
    </Section>
  );
}
