import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { addDays, dayOf, startOfDay } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { countriesIn } from "@/modules/accounts/domain/countries";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import { reviewTerms } from "@/modules/deals/domain/registration";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { decisionTurnaround, openPipeline, reportedWins, sourcedRevenue } from "@/modules/deals/public";
import { quarterOf } from "@/modules/metrics/domain/quarters";
import { ownOpportunities } from "@/modules/opportunities/queries/own-opportunities";
import { LookUpForm } from "@/modules/opportunities/ui/look-up-form";
import { OpportunityRows } from "@/modules/opportunities/ui/opportunity-rows";
import { type PageContext, page } from "@/server/page";
import { findPolicyInForce } from "@/server/policies";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { formatDay, formatMoney, formatNumber } from "@/ui/format/format";
import { MetricStrip, MetricTile } from "@/ui/metric-tile";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { TaskList } from "@/ui/task-list";
import { needsOf } from "../needs";
import { noRulesYet } from "../no-rules-yet";
import { type Reader, readerOf } from "../reader";

export default page("dashboard.channel", async (context) => {
  const { actor, viewer, tx, now } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("channel.home");
  const metric = await getTranslations("metrics");
  const crumbs = <PageCrumbs crumbs={[{ label: t("crumb") }]} />;
  const sub = t("sub", { day: formatDay(dayOf(now, reader.zone), reader.locale, { year: true }), role: viewer.title });
  const tasks = await needsOf(context, reader);
  if (!can(actor, "deal.read")) {
    return (
      <>
        {crumbs}
        <PageHead title={t("title", { count: tasks.length })} sub={sub} />
        {tasks.length > 0 && (
          <Section title={t("needsMe")} aside={t("byDue")} spaced>
            <TaskList tasks={tasks} />
          </Section>
        )}
        {can(actor, "opportunity.own") && (await sellerHome(context, reader))}
        {tasks.length === 0 && !can(actor, "opportunity.own") && (
          <p className="mt-5 max-w-prose text-ink-2">{t("noDeals")}</p>
        )}
      </>
    );
  }
  const quarter = quarterOf(reader.figuresDay, reader.vendor.fiscalStartMonth);
  const policy = await findPolicyInForce(tx, registrationPolicyKind, now);
  if (!policy) return noRulesYet(actor);
  const terms = reviewTerms(policy.body);
  const pipeline = await openPipeline(tx);
  const confirmed = await sourcedRevenue(tx, quarter);
  const reported = await reportedWins(tx);
  const turnaround = await decisionTurnaround(tx, quarter, terms.reviewMinutes);
  const overdue = tasks.filter(({ dueAt }) => dueAt !== null && dueAt <= now).length;
  const tonight = startOfDay(addDays(dayOf(now, reader.zone), 1), reader.zone);
  const today = tasks.filter(({ dueAt }) => dueAt !== null && dueAt > now && dueAt <= tonight).length;
  const amount = (value: number | null) =>
    formatMoney(money(value ?? 0, reader.vendor.reportingCurrency), reader.locale, { compact: true });
  const title = [
    t("title", { count: tasks.length }),
    overdue ? t("overdue", { count: overdue }) : "",
    today ? t("today", { count: today }) : "",
  ];
  return (
    <>
      {crumbs}
      <PageHead title={title.filter(Boolean).join(" ")} sub={sub} />
      <Section title={t("needsMe")} aside={t("byDue")} spaced>
        {tasks.length > 0 ? (
          <TaskList tasks={tasks} />
        ) : (
          <EmptyState
            title={t("nothing")}
            text={t("nothingText")}
            action={<LinkButton href="/channel/deals">{t("seeDeals")}</LinkButton>}
          />
        )}
      </Section>
      <Section title={t("doing")} aside={t("doingAside")} spaced>
        <MetricStrip>
          <MetricTile
            label={metric("openPipeline.title")}
            figure={amount(pipeline.value)}
            href={`/channel/deals${searchFrom(pipeline.filter)}`}
            rows={t("rows", { count: pipeline.count })}
          />
          <MetricTile
            label={t("confirmedQuarter")}
            figure={amount(confirmed.value)}
            href={`/channel/deals${searchFrom(confirmed.filter)}`}
            rows={t("rows", { count: confirmed.count })}
          />
          <MetricTile
            label={metric("reportedWins.title")}
            figure={amount(reported.value)}
            href={`/channel/deals${searchFrom(reported.filter)}`}
            rows={t("rows", { count: reported.count })}
          />
          <MetricTile
            label={metric("decisionTurnaround.title")}
            figure={
              turnaround.value === null
                ? metric("none")
                : metric("hours", { hours: formatNumber(turnaround.value, reader.locale, { digits: 1 }) })
            }
            href={`/channel/deals${searchFrom(turnaround.filter)}`}
            rows={metric("onTime", { onTime: turnaround.onTime, count: turnaround.count })}
          />
        </MetricStrip>
      </Section>
    </>
  );
});

/** What a seller of the vendor comes for: whether a customer is protected, and whom to call about the own ones. */
async function sellerHome({ tx }: PageContext, reader: Reader) {
  const t = await getTranslations("opportunities");
  const rows = await ownOpportunities(tx, reader.today);
  return (
    <>
      <Section title={t("lookUp.title")} aside={t("lookUp.aside")} spaced>
        <LookUpForm countries={countriesIn(reader.locale).map(({ code, name }) => ({ value: code, label: name }))} />
      </Section>
      <Section title={t("list.toCall")} spaced>
        <OpportunityRows
          rows={rows.filter(({ call, isOpen }) => call && isOpen)}
          zone={reader.zone}
          empty={
            <EmptyState
              title={t("list.noneToCall")}
              text={t("list.emptyText")}
              action={<LinkButton href="/channel/opportunities">{t("list.title")}</LinkButton>}
            />
          }
        />
      </Section>
    </>
  );
}
