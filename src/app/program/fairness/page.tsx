import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { addDays, addMonths } from "@/kernel/dates";
import { minorDigits } from "@/kernel/money";
import { type FairnessDimension, fairnessDimensions, fewestToJudge, judge } from "@/modules/deals/domain/fairness";
import { unlikePairs } from "@/modules/deals/domain/like-cases";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import type { MetricPeriod } from "@/modules/deals/metrics";
import {
  casesDecidedDifferently,
  compareDecisions,
  decidedByPeople,
  groupFilter,
} from "@/modules/deals/queries/fairness";
import { FairnessGroups, UnlikePairs } from "@/modules/deals/ui/vendor/fairness";
import { quarterBefore, quarterOf } from "@/modules/metrics/domain/quarters";
import { page } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { formatHours, formatPercent } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { PageHead } from "@/ui/page-head";
import { PrintButton } from "@/ui/print-button";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { type Reader, readerOf } from "../../reader";

const deals = "/executive/deals";

type Period = MetricPeriod & { readonly name: string; readonly quarter?: { quarter: number; year: string } };

/** The last twelve months and the last four quarters. */
function periodsOf({ figuresDay, vendor }: Reader): [Period, ...Period[]] {
  const until = addDays(figuresDay, 1);
  const quarters = [quarterOf(figuresDay, vendor.fiscalStartMonth)];
  for (let last = quarters[0]; last && quarters.length < 4; last = quarters.at(-1))
    quarters.push(quarterBefore(last, vendor.fiscalStartMonth));
  return [
    { name: "year", from: addMonths(until, -12), until },
    ...quarters.map(({ from, until, quarter, year }) => ({
      name: `${year}-Q${quarter}`,
      from,
      until,
      quarter: { quarter, year: String(year) },
    })),
  ];
}

/** Whether people decide like cases alike, whoever asks and whoever decides. */
export default page("dashboard.executive", async (context) => {
  const { actor, tx, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("deals.fairness");
  const say = await getTranslations();
  const named = can(actor, "people.vendor.read");
  const dimensions = fairnessDimensions.filter((name) => named || name !== "reviewer");
  const by = dimensions.find((name) => name === search.by) ?? "region";
  const periods = periodsOf(reader);
  const period = periods.find(({ name }) => name === search.period) ?? periods[0];
  const { groups, all } = await compareDecisions(tx, period, by);
  const minorUnits = 10 ** minorDigits(reader.vendor.reportingCurrency);
  const pairs = unlikePairs(await casesDecidedDifferently(tx, period, minorUnits));
  const words = (name: string) =>
    by === "tier" ? say(`partners.tier.${name}`) : by === "size" ? say(`deals.filter.sizes.${name}`) : name;
  const judged = judge(groups, all).map((group) => ({
    ...group,
    name: words(group.name),
    href: `${deals}${searchFrom(groupFilter(period, by, group.key))}`,
  }));
  const apart = judged.filter((group) => group.apart);
  const rate = all.count === 0 ? 0 : all.approved / all.count;
  const address = (dimension: FairnessDimension, { name }: Period) =>
    `/program/fairness?by=${dimension}&period=${name}`;
  const answer =
    all.count === 0
      ? t("answerNone")
      : judged.every(({ count }) => count < fewestToJudge)
        ? t("answerSmall")
        : apart.length === 0
          ? t("answerAlike", { by })
          : t("answerApart", {
              count: apart.length,
              names: new Intl.ListFormat(reader.locale).format(apart.map(({ name }) => name)),
            });
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        size="answer"
        title={answer}
        actions={<PrintButton label={t("print")} />}
        sub={
          all.count > 0 &&
          t.rich("sub", {
            link: (chunks) => <Link href={`${deals}${searchFrom(decidedByPeople(period))}`}>{chunks}</Link>,
            approved: all.approved,
            count: all.count,
            rate: formatPercent(rate, reader.locale),
            median: formatHours(all.medianMinutes, reader.locale, { digits: 1 }),
          })
        }
      />
      <div className="mt-5 grid gap-1">
        <Tabs
          label={t("periods")}
          items={periods.map((entry) => ({
            href: address(by, entry),
            label: entry.quarter ? say("executive.quarter", entry.quarter) : t("year"),
            current: entry === period,
          }))}
        />
        <Tabs
          label={t("dimensions")}
          items={dimensions.map((name) => ({
            href: address(name, period),
            label: t(`by.${name}`),
            current: name === by,
          }))}
        />
      </div>
      {all.count === 0 ? (
        <EmptyState title={t("none")} text={t("noneText")} />
      ) : (
        <>
          <FairnessGroups by={by} groups={judged} rate={rate} />
          <UnlikePairs pairs={pairs} base={deals} zone={reader.zone} named={named} />
        </>
      )}
    </>
  );
});
