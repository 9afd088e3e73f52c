import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { businessMinutesBetween } from "@/kernel/calendar";
import { money } from "@/kernel/money";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import { partnerTrack } from "@/modules/deals/queries/partner-track";
import { reasonChoices } from "@/modules/deals/queries/reasons";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { LinkedDeals } from "@/modules/deals/ui/linked-deals";
import { OfferedReasons } from "@/modules/deals/ui/offered-reasons";
import { VendorDealRecord } from "@/modules/deals/ui/vendor/record";
import { ReviewClock } from "@/modules/deals/ui/vendor/review-clock";
import { businessCalendar } from "@/server/clocks";
import type { PageContext } from "@/server/page";
import { formatMoney } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { besideRecord, DealRecordTimeline } from "./beside-record";
import { dealListPage } from "./deal-list";
import { readerOf } from "./reader";

/** Where the vendor's people read deals in one of their portals. */
type Place = {
  context: PageContext;
  /** The list of deals; a record is below it. */
  base: string;
};
type RecordPlace = Place & {
  /** The list the reader came from. */
  crumb: { label: string; href: string };
  partnerHref: (partnerId: string) => string;
  customerHref: (accountId: string) => string;
  rulesHref: string;
};

/** The record of a deal for the vendor's people. */
export async function vendorDealRecord({ context, base, crumb, partnerHref, customerHref, rulesHref }: RecordPlace) {
  const { actor, tx, now, params } = context;
  const reader = await readerOf(context);
  const deal = await recordDeal(tx, actor, params.id ?? "", now, reader.vendor.zone);
  if (!deal) notFound();
  const track = await partnerTrack(tx, deal.partner.id);
  const calendar = await businessCalendar(tx, deal.partner.id);
  const t = await getTranslations("channel");
  const { clock } = deal;
  const reviewing = deal.status === "in_review" && clock?.budgetMinutes;
  return (
    <OfferedReasons choices={await reasonChoices(tx)}>
      <PageCrumbs crumbs={[crumb, { label: deal.number }]} title={`${deal.customer.name} ${deal.number}`.trim()} />
      <VendorDealRecord
        deal={deal}
        now={now}
        zone={reader.zone}
        currency={reader.vendor.reportingCurrency}
        partnerHref={partnerHref(deal.partner.id)}
        customerHref={deal.customer.accountId && customerHref(deal.customer.accountId)}
        rulesHref={rulesHref}
        timeline={
          <DealRecordTimeline
            {...(await besideRecord({
              context,
              reader,
              record: { kind: "deal", id: deal.id },
              base: `${base}/${deal.id}`,
              other: deal.partner.name,
            }))}
          />
        }
        clock={
          reviewing && (
            <ReviewClock
              dueAt={clock.dueAt}
              now={now}
              zone={reader.zone}
              used={businessMinutesBetween(calendar, clock.startedAt, now)}
              total={clock.budgetMinutes ?? 0}
              consequence={t(`clock.${clock.dueAt > now ? "if" : "was"}Late.${clock.late}`)}
            />
          )
        }
        related={
          <>
            <LinkedDeals deal={deal} base={base} />
            <Section title={t("record.related")}>
              <KeyFacts
                facts={[
                  {
                    label: t("record.openDeals"),
                    value: (
                      <Link href={`${base}${searchFrom({ open: true, partnerId: deal.partner.id })}`}>
                        {t("record.openDealsValue", {
                          count: track.open,
                          amount: formatMoney(money(track.openAmount, reader.vendor.reportingCurrency), reader.locale, {
                            whole: true,
                          }),
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
          </>
        }
      />
    </OfferedReasons>
  );
}

/** The list of deals for the vendor's people. */
export async function vendorDealList({ context, base }: Place) {
  const t = await getTranslations("channel.deals");
  return dealListPage({
    context,
    base,
    title: t("title"),
    views: [
      { label: t("tabs.all"), filter: {} },
      { label: t("tabs.review"), filter: { statuses: ["in_review"] } },
      { label: t("tabs.open"), filter: { open: true } },
      { label: t("tabs.reported"), filter: { win: "reported" } },
      { label: t("tabs.won"), filter: { win: "confirmed" } },
      { label: t("tabs.lost"), filter: { stages: ["lost"] } },
    ],
  });
}
