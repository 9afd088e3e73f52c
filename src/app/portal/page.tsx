import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { reviewTerms } from "@/modules/deals/domain/registration";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { reviewClocks, waitingForVendor } from "@/modules/deals/queries/home";
import { totalDeals } from "@/modules/deals/queries/list-deals";
import { dealNews } from "@/modules/deals/queries/news";
import { News } from "@/modules/deals/ui/partner/news";
import { WaitingList } from "@/modules/deals/ui/partner/waiting-list";
import { contactCardOf } from "@/modules/partners/queries/contact-card";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { VendorContacts } from "@/modules/partners/ui/contacts";
import { businessCalendar } from "@/server/clocks";
import { page } from "@/server/page";
import { findPolicyInForce } from "@/server/policies";
import { LinkButton } from "@/ui/button";
import { HomeColumns } from "@/ui/columns";
import { EmptyState } from "@/ui/empty-state";
import { formatDayTime } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { TaskList } from "@/ui/task-list";
import { dueToday } from "@/ui/task-order";
import { needsOf } from "../needs";
import { noRulesYet } from "../no-rules-yet";
import { readerOf } from "../reader";
import { figures } from "./figures";
import { homeTitle } from "./home-title";

const newsShown = 6;

/**
 * How many news fit below the tasks until the right column ends, so that a short list leaves no hole beside it. A deal that
 * waits is as high as two tasks, the contacts as high as six; an empty list as high as three.
 */
function besideTasks(tasks: number, waiting: number): number {
  const room = 6 + 2 * waiting - Math.max(tasks, 3);
  return room < 2 ? 0 : room < 5 ? 2 : 4;
}

export default page("dashboard.partner", async (context) => {
  const { actor, tx, now } = context;
  if (!actor.partnerId) forbidden();
  const reader = await readerOf(context);
  const { vendor, zone } = reader;
  const t = await getTranslations("portal");
  const words = await getTranslations("partners");
  const partner = await ownPartner(tx, actor.partnerId, reader.today);
  const type = partner.types[0];
  const sub = t("home.sub", {
    when: formatDayTime(now, reader.locale, zone, { year: true, zoneName: true }),
    name: partner.name,
    tier: words(`tier.${partner.tier}`),
    type: type ? words(`type.${type}`) : "",
  });
  const contacts = (
    <VendorContacts card={await contactCardOf(tx, partner.id, reader.today)} vendor={vendor.vendorName} />
  );
  if (!can(actor, "deal.read")) {
    return (
      <>
        <PageCrumbs crumbs={[{ label: t("home.crumb") }]} />
        <PageHead title={t("home.noDealsTitle", { name: actor.name.split(" ")[0] ?? actor.name })} sub={sub} />
        <HomeColumns main={<p className="max-w-prose text-ink-2">{t("home.noDeals")}</p>} side={contacts} />
      </>
    );
  }
  const tasks = await needsOf(context, reader);
  const waiting = await waitingForVendor(tx, actor);
  const policy = await findPolicyInForce(tx, registrationPolicyKind, now);
  if (!policy) return noRulesYet(actor);
  const { reviewMinutes } = reviewTerms(policy.body);
  const clocks = await reviewClocks(
    tx,
    waiting.map(({ id }) => id),
  );
  const calendar = await businessCalendar(tx, partner.id);
  const news = await dealNews(tx, actor, newsShown);
  const mayRegister = can(actor, "deal.register");
  const brandNew = mayRegister && tasks.length === 0 && (await totalDeals(tx, {})).count === 0;
  const today = dueToday(tasks, now, zone);
  const register = mayRegister && (
    <LinkButton variant="primary" href="/portal/deals/new" icon={<Icon name="plus" />}>
      {t("register")}
    </LinkButton>
  );
  const doing = await figures(context, reader, reviewMinutes);
  const beside = besideTasks(tasks.length, waiting.length);
  const newsSection = news.length > 0 && (
    <Section title={t("home.news")}>
      <News news={news.slice(0, beside || newsShown)} zone={zone} columns={beside ? 2 : 3} />
    </Section>
  );
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("home.crumb") }]} />
      <PageHead
        title={brandNew ? t("home.welcome", { name: partner.name }) : homeTitle(t, tasks, today, reader)}
        sub={sub}
        primary={register}
      />
      <HomeColumns
        main={
          <>
            <Section title={t("home.needsMe")} aside={tasks.length > 1 ? t("home.byDue") : undefined}>
              {tasks.length > 0 ? (
                <TaskList tasks={tasks} />
              ) : (
                <EmptyState
                  title={t(brandNew ? "home.firstTitle" : "home.nothing")}
                  text={t(brandNew ? "home.firstText" : "home.nothingText", { vendor: vendor.vendorName })}
                  action={
                    <LinkButton href={brandNew ? "/portal/rules" : "/portal/deals"}>
                      {t(brandNew ? "home.readRules" : "home.seeDeals")}
                    </LinkButton>
                  }
                />
              )}
            </Section>
            {beside > 0 && newsSection}
          </>
        }
        side={
          <>
            {!brandNew && (
              <WaitingList
                deals={waiting}
                vendor={vendor.vendorName}
                now={now}
                zone={zone}
                calendar={calendar}
                clocks={clocks}
              />
            )}
            {contacts}
          </>
        }
      >
        {!brandNew && doing}
        {beside === 0 && newsSection}
      </HomeColumns>
    </>
  );
});
