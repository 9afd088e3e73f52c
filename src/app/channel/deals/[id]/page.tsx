import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { businessMinutesBetween } from "@/kernel/calendar";
import { money } from "@/kernel/money";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import { partnerTrack } from "@/modules/deals/queries/partner-track";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { VendorDealRecord } from "@/modules/deals/ui/vendor/record";
import { ReviewClock } from "@/modules/deals/ui/vendor/review-clock";
import { businessCalendar } from "@/server/clocks";
import { page } from "@/server/page";
import { formatMoney } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../reader";

export default page("deal.read", async (context) => {
  const { actor, tx, now, params } = context;
  const reader = await readerOf(context);
  const deal = await recordDeal(tx, actor, params.id ?? "", now, reader.vendor.zone);
  if (!deal) notFound();
  const track = await partnerTrack(tx, deal.partner.id);
  const calendar = await businessCalendar(tx);
  const t = await getTranslations("channel");
  const { clock } = deal;
  const reviewing = deal.status === "in_review" && clock?.budgetMinutes;
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("decide.title"), href: "/channel/decide" }, { label: deal.number }]} />
      <VendorDealRecord
        deal={deal}
        zone={reader.zone}
        currency={reader.vendor.reportingCurrency}
        partnerHref={`/channel/partners/${deal.partner.id}`}
        rulesHref="/channel/rules"
        clock={
          reviewing && (
            <ReviewClock
              dueAt={clock.dueAt}
              now={now}
              zone={reader.zone}
              used={businessMinutesBetween(calendar, clock.startedAt, now)}
              total={clock.budgetMinutes ?? 0}
              consequence={t(clock.dueAt > now ? "clock.escalates" : "clock.escalated")}
            />
          )
        }
        related={
          <Section title={t("record.related")}>
            <KeyFacts
              facts={[
                {
                  label: t("record.openDeals"),
                  value: (
                    <Link href={`/channel/deals${searchFrom({ open: true, partnerId: deal.partner.id })}`}>
                      {t("record.openDealsValue", {
                        count: track.open,
                        amount: formatMoney(money(track.openAmount, reader.vendor.reportingCurrency), reader.locale),
                      })}
                    </Link>
                  ),
                },
                {
                  label: t("record.decidedBefore"),
                  value: t("record.decidedBeforeValue", { approved: track.approved, all: track.decided }),
                },
              ]}
            />
          </Section>
        }
      />
    </>
  );
});
