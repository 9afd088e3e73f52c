import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addMonths } from "@/kernel/dates";
import type { MetricDefinition } from "@/kernel/metric";
import { add, money } from "@/kernel/money";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import { dealMetrics } from "@/modules/deals/domain/metrics";
import { partnerMetrics } from "@/modules/partners/domain/metrics";
import { BarChart } from "@/ui/chart/bars";
import { ColumnChart } from "@/ui/chart/columns";
import { EvenColumns } from "@/ui/columns";
import { EmptyState } from "@/ui/empty-state";
import { formatMoney, formatPercent } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { MetricStrip, MetricTile } from "@/ui/metric-tile";
import { PageHead } from "@/ui/page-head";
import { PrintButton } from "@/ui/print-button";
import { Section } from "@/ui/section";
import { Tabs } from "@/ui/tabs";
import type { ExecutiveOverview } from "../queries";

type Props = {
  overview: ExecutiveOverview;
  currency: string;
  periods: { label: string; href: string; current: boolean }[];
  /** The period has not ended yet. */
  running: boolean;
  /** Where the rows of a figure are listed. */
  base: string;
  /** Charts of other modules. */
  children?: ReactNode;
};

/** One page that answers whether the channel earns: a sentence, the figures behind it, and how they are made. */
export function Overview({ overview, currency, periods, running, base, children }: Props) {
  const t = useTranslations("executive");
  const locale = useLocale();
  const words = (minor: number) => formatMoney(money(minor, currency), locale, { compact: true });
  const { sourced, sourcedBefore, charted } = overview;
  const change = changeOf(sourced.value ?? 0, sourcedBefore.value ?? 0);
  return (
    <>
      <PageHead
        size="answer"
        title={t.rich(answerFor(isImported(overview), change), {
          link: (chunks) => <Link href={`${base}${searchFrom(charted.filter)}`}>{chunks}</Link>,
          amount: words(charted.value ?? 0),
          change: formatPercent(Math.abs(change ?? 0), locale),
          before: words(sourcedBefore.value ?? 0),
          running: running ? "yes" : "no",
        })}
        actions={<PrintButton label={t("print")} />}
        sub={t(isImported(overview) ? "subImported" : "sub", {
          count: charted.count,
          reported: words(overview.reported.value ?? 0),
        })}
      />
      <div className="mt-5">
        <Tabs label={t("periods")} items={periods} />
      </div>
      <Tiles overview={overview} words={words} base={base} running={running} />
      <EvenColumns>
        <Months overview={overview} words={words} currency={currency} base={base} />
        <Regions overview={overview} words={words} currency={currency} base={base} />
        {children}
      </EvenColumns>
      <Definitions />
    </>
  );
}

function answerFor(isImported: boolean, change: number | null) {
  if (isImported) return "answerImported";
  return change === null ? "answer" : change < 0 ? "answerDown" : "answerUp";
}

function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before;
}

type Words = (minor: number) => string;

type TilesProps = { overview: ExecutiveOverview; words: Words; base: string; running: boolean };

function Tiles({ overview, words, base, running }: TilesProps) {
  const t = useTranslations("executive");
  const m = useTranslations("metrics");
  const locale = useLocale();
  const format = useFormatter();
  const { sourced, sourcedBefore, pipeline, winRate, winRateBefore, turnaround, turnaroundBefore, reported, imported } =
    overview;
  const hours = (value: number) => m("hours", { hours: format.number(value, { maximumFractionDigits: 1 }) });
  const rate = (value: number) => formatPercent(value, locale);
  const from = (figure: string) => t("from", { figure, running: running ? "yes" : "no" });
  const before = (value: number | null, words: (value: number) => string) =>
    value === null ? t("fromNothing", { running: running ? "yes" : "no" }) : from(words(value));
  return (
    <div className="mt-5">
      <MetricStrip>
        <MetricTile
          label={m("sourcedRevenue.title")}
          figure={words(sourced.value ?? 0)}
          note={from(words(sourcedBefore.value ?? 0))}
          href={`${base}${searchFrom(sourced.filter)}`}
          rows={t("rows", { count: sourced.count })}
        />
        <MetricTile
          label={m("openPipeline.title")}
          figure={words(pipeline.value ?? 0)}
          note={running ? t("now") : t("atTheEnd")}
          href={`${base}${searchFrom(pipeline.filter)}`}
          rows={t("rows", { count: pipeline.count })}
        />
        <MetricTile
          label={m("winRate.title")}
          figure={winRate.value === null ? m("none") : rate(winRate.value)}
          note={before(winRateBefore.value, rate)}
          href={`${base}${searchFrom(winRate.filter)}`}
          rows={t("wonOf", { won: winRate.won, count: winRate.count })}
        />
        <MetricTile
          label={m("decisionTurnaround.title")}
          figure={turnaround.value === null ? m("none") : hours(turnaround.value)}
          note={before(turnaroundBefore.value, hours)}
          href={`${base}${searchFrom(turnaround.filter)}`}
          rows={m("onTime", { onTime: turnaround.onTime, count: turnaround.count })}
        />
        <MetricTile
          label={m("reportedWins.title")}
          figure={words(reported.value ?? 0)}
          note={t("now")}
          href={`${base}${searchFrom(reported.filter)}`}
          rows={t("rows", { count: reported.count })}
        />
        {imported.count > 0 && (
          <MetricTile
            label={m("importedWins.title")}
            figure={words(imported.value ?? 0)}
            note={t("importedNote")}
            href={`${base}${searchFrom(imported.filter)}`}
            rows={t("rows", { count: imported.count })}
          />
        )}
      </MetricStrip>
    </div>
  );
}

/** The year stands below January, and below the first month unless January is next to it. */
function isYearNamed(month: string, index: number): boolean {
  const number = month.slice(5, 7);
  return number === "01" || (index === 0 && number !== "12");
}

const isImported = ({ charted, imported }: ExecutiveOverview) => charted === imported;

type ChartProps = { overview: ExecutiveOverview; words: Words; currency: string; base: string };

function Months({ overview, words, currency, base }: ChartProps) {
  const t = useTranslations("executive");
  const locale = useLocale();
  const format = useFormatter();
  const month = (day: string, style: "short" | "long") =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { month: style, timeZone: "UTC" });
  const best = overview.months.reduce<(typeof overview.months)[number] | null>(
    (top, entry) => (entry.amount > (top?.amount ?? 0) ? entry : top),
    null,
  );
  if (!best) return <EmptyState title={t("noWins")} text={t("noWinsText")} />;
  return (
    <ColumnChart
      title={t("bestMonth", { amount: words(best.amount), month: month(best.month, "long") })}
      sub={t(isImported(overview) ? "monthsSubImported" : "monthsSub", { currency })}
      format={(value) => formatMoney(money(value, currency), locale, { compact: "short" })}
      points={overview.months.map((entry, index) => ({
        label: month(entry.month, "short"),
        sub: isYearNamed(entry.month, index) ? entry.month.slice(0, 4) : undefined,
        value: entry.amount,
        text: words(entry.amount),
        href: `${base}${searchFrom({ ...overview.charted.filter, wonFrom: entry.month, wonUntil: addMonths(entry.month, 1) })}`,
      }))}
    />
  );
}

function Regions({ overview, words, currency, base }: ChartProps) {
  const t = useTranslations("executive");
  const locale = useLocale();
  const top = overview.regions[0];
  if (!top) return <EmptyState title={t("noRegions")} text={t("noRegionsText")} />;
  const total = overview.regions.reduce((sum, region) => add(sum, money(region.amount, currency)), money(0, currency));
  const percent = formatPercent(total.amount === 0 ? 0 : top.amount / total.amount, locale);
  return (
    <BarChart
      title={t("topRegion", { region: top.region, percent })}
      sub={t(isImported(overview) ? "regionsSubImported" : "regionsSub", {
        total: formatMoney(total, locale, { whole: true }),
      })}
      rows={overview.regions.map((region) => ({
        label: region.region,
        value: region.amount,
        text: words(region.amount),
        href: `${base}${searchFrom({ ...overview.charted.filter, regionId: region.regionId })}`,
      }))}
    />
  );
}

const definitions: MetricDefinition[] = [...Object.values(dealMetrics), ...Object.values(partnerMetrics)];

/** How each figure is made, with the version of its definition. */
export function Definitions() {
  const t = useTranslations();
  return (
    <Section title={t("executive.how")} spaced>
      <dl>
        {definitions.map((metric) => (
          <div
            key={metric.id}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <dt className="font-strong">
              {t(metric.title)}
              <span className="block text-xs font-normal text-ink-3">
                {t("executive.version", { id: metric.id, version: metric.version })}
              </span>
            </dt>
            <dd className="max-w-prose text-ink-2">{t(metric.formula)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
