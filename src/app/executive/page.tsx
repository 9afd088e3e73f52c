import { getTranslations } from "next-intl/server";
import { money } from "@/kernel/money";
import { reviewTerms } from "@/modules/deals/domain/registration";
import { registrationPolicyKind } from "@/modules/deals/facts";
import {
  isRunning,
  lastDayOf,
  type Quarter,
  quarterBefore,
  quarterOf,
  twoYearsTo,
} from "@/modules/metrics/domain/quarters";
import { executiveOverview } from "@/modules/metrics/queries";
import { Overview } from "@/modules/metrics/ui/overview";
import { timeToFirstDeal } from "@/modules/partners/public";
import { FirstDealCurve } from "@/modules/partners/ui/first-deal-curve";
import { page } from "@/server/page";
import { findPolicyInForce } from "@/server/policies";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { TaskList } from "@/ui/task-list";
import { needsOf } from "../needs";
import { noRulesYet } from "../no-rules-yet";
import { readerOf } from "../reader";

/** "2026-Q3" as in the address; anything else is the current quarter. */
function asked(period: string | undefined, quarters: readonly Quarter[]): Quarter | undefined {
  return quarters.find((quarter) => nameOf(quarter) === period);
}

const nameOf = ({ year, quarter }: Quarter) => `${year}-Q${quarter}`;

export default page("dashboard.executive", async (context) => {
  const { actor, tx, now, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("executive");
  const start = reader.vendor.fiscalStartMonth;
  const quarters: Quarter[] = [quarterOf(reader.figuresDay, start)];
  while (quarters.length < 6)
    quarters.push(quarterBefore(quarters[quarters.length - 1] ?? quarterOf(reader.figuresDay, start), start));
  const current = quarters[0] ?? quarterOf(reader.figuresDay, start);
  const quarter = asked(search.period, quarters) ?? current;
  const policy = await findPolicyInForce(tx, registrationPolicyKind, now);
  if (!policy) return noRulesYet(actor);
  const terms = reviewTerms(policy.body);
  const overview = await executiveOverview(tx, quarter, {
    today: reader.figuresDay,
    startMonth: start,
    limitMinutes: terms.reviewMinutes,
  });
  const asOf = lastDayOf(quarter, reader.figuresDay);
  const firstDeal = await timeToFirstDeal(tx, { from: twoYearsTo(asOf), asOf });
  const tasks = await needsOf(context, reader);
  const home = await getTranslations("channel.home");
  const words = await getTranslations("deals.fairness");
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("overview") }]} />
      <Overview
        overview={overview}
        currency={money(0, reader.vendor.reportingCurrency).currency}
        periods={quarters.map((entry) => ({
          label: t("quarter", { quarter: entry.quarter, year: String(entry.year) }),
          href: `/executive?period=${nameOf(entry)}`,
          current: entry === quarter,
        }))}
        running={reader.vendor.figuresUntil === null && isRunning(quarter, reader.figuresDay)}
        base="/executive/deals"
      >
        <FirstDealCurve time={firstDeal} href={`/executive/time-to-value?asOf=${asOf}`} />
      </Overview>
      <p className="mt-6 print:hidden">
        <Link href="/program/fairness">{words("fromOverview")}</Link>
      </p>
      {tasks.length > 0 && (
        <Section title={home("needsMe")} aside={home("byDue")} spaced>
          <TaskList tasks={tasks} />
        </Section>
      )}
    </>
  );
});
