import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RecordColumns } from "@/ui/columns";
import { formatDay, formatMoney, formatPercent } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import type { DealRecord } from "../../queries/record-deal";
import { DealFacts } from "../deal-facts";
import { DealStageChip, DealStatusChip } from "../deal-status-chip";
import { DecisionExplained } from "../decision-explained";
import { LinkedDeals } from "../linked-deals";
import { Presales } from "../presales";
import { DisputeStanding } from "./dispute";
import { ExtensionDeclined } from "./extension-declined";
import { Standing } from "./standing";

type Props = {
  deal: DealRecord;
  now: Date;
  zone: string;
  vendor: { readonly vendorName: string; readonly zone: string; readonly reportingCurrency: string };
  /** The clock that runs now, if one does. */
  clock?: ReactNode;
  actions: ReactNode;
  primary: ReactNode;
  barNote?: ReactNode;
  /** Who else works on it. */
  participants: ReactNode;
  timeline: ReactNode;
};

/** A deal as its partner sees it: where it stands, why, what can be done now, and everything that happened. */
export function PartnerDealRecord({
  deal,
  now,
  zone,
  vendor,
  clock,
  actions,
  primary,
  barNote,
  participants,
  timeline,
}: Props) {
  const t = useTranslations("deals");
  const locale = useLocale();
  // Why a protection was taken back stands above; below it is why there was one.
  const latest = deal.decisions.find(({ outcome }) => outcome !== "revoked" && outcome !== "released");
  const sold = deal.status === "approved" || deal.status === "expired";
  const panel = latest && deal.status !== "draft" && deal.status !== "withdrawn";
  return (
    <>
      <PageHead
        title={deal.customer.name || t("unnamed")}
        chips={
          <>
            <DealStatusChip status={deal.status} side="partner" imported={deal.imported} />
            {sold && <DealStageChip stage={deal.stage} />}
          </>
        }
        facts={[
          deal.number,
          deal.productLine?.name,
          deal.amount && formatMoney(deal.amount, locale),
          deal.expectedClose && t("closes", { day: formatDay(deal.expectedClose, locale, { year: true }) }),
        ].filter(Boolean)}
        primary={primary}
        barNote={barNote}
      />
      <RecordColumns
        railLabel={t("rail.label")}
        rail={
          <>
            <DealFacts deal={deal} zone={zone} />
            <LinkedDeals deal={deal} base="/portal/deals" />
          </>
        }
      >
        {/* While the vendor decides, its clock is the plainest sentence there is. */}
        {!(clock && deal.status === "in_review") && <Standing deal={deal} zone={zone} vendor={vendor.vendorName} />}
        {clock && <div className="mb-6">{clock}</div>}
        <Presales deal={deal} zone={zone} />
        <DisputeStanding deal={deal} now={now} zone={zone} vendor={vendor.vendorName} />
        <ExtensionDeclined deal={deal} zone={zone} vendor={vendor.vendorName} />
        {actions && <div className="mb-6 flex flex-wrap gap-2 print:hidden">{actions}</div>}
        {panel && (
          <DecisionExplained
            decision={latest}
            zone={zone}
            vendorZone={vendor.zone}
            currency={vendor.reportingCurrency}
            rulesHref="/portal/rules"
            grant={grantOf(deal)}
          />
        )}
        {deal.need && (
          <Section title={t("need")} spaced>
            <p className="py-3 whitespace-pre-line wrap-anywhere">{deal.need}</p>
          </Section>
        )}
        {participants}
        {timeline}
      </RecordColumns>
    </>
  );

  function grantOf({ ifApproved, productLine }: DealRecord): ReactNode {
    if (!ifApproved) return null;
    return t.rich("ifApproved", {
      b: (chunks) => <b>{chunks}</b>,
      percent: formatPercent(ifApproved.benefitBasisPoints / 10_000, locale),
      product: productLine?.name ?? "",
      about: ifApproved.benefit ? "yes" : "no",
      amount: ifApproved.benefit ? formatMoney(ifApproved.benefit, locale) : "",
      day: formatDay(ifApproved.protectedThrough, locale, { year: true }),
    });
  }
}
