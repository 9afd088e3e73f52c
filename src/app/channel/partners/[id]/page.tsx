import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { addMonths, dayOf } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { type DealFilter, searchFrom } from "@/modules/deals/domain/list-filter";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { partnerTrack } from "@/modules/deals/queries/partner-track";
import { DealRows } from "@/modules/deals/ui/deal-rows";
import { contactCandidates, contactCardOf } from "@/modules/partners/queries/contact-card";
import { contactsBehind, lastContact } from "@/modules/partners/queries/contacts";
import { type PartnerRecord, recordPartner } from "@/modules/partners/queries/record-partner";
import { EditContacts } from "@/modules/partners/ui/contact-card";
import { VendorContacts } from "@/modules/partners/ui/contacts";
import { LogContact } from "@/modules/partners/ui/log-contact";
import { PartnerFacts } from "@/modules/partners/ui/partner-facts";
import { PartnerLocations } from "@/modules/partners/ui/partner-locations";
import { ViewAsPartner } from "@/modules/partners/ui/view-as";
import { teamOf } from "@/modules/people/queries/team";
import { newId } from "@/server/ids";
import { type PageContext, page } from "@/server/page";
import { RecordColumns } from "@/ui/columns";
import { EmptyState } from "@/ui/empty-state";
import { formatMoney, formatPercent } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { MetricStrip, MetricTile } from "@/ui/metric-tile";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { besideRecord, PartnerRecordTimeline } from "../../../beside-record";
import { type Reader, readerOf } from "../../../reader";
import { SpokenByClients } from "../../../spoken-by-clients";
import { inviteButton, teamSections } from "../../../team-page";

export default page("partner.read", async (context) => {
  const { actor, tx, now, params } = context;
  const reader = await readerOf(context);
  const partner = await recordPartner(tx, params.id ?? "");
  if (!partner) notFound();
  const t = await getTranslations("partners");
  const people = { tx, team: await teamOf(tx, actor, partner.id, { now, today: reader.today }), reader };
  const seller = actor.roles.every((role) => role === "direct_seller");
  const contact = await lastContact(tx, partner.id);
  const mayLog = can(actor, "record.write");
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title"), href: "/channel/partners" }, { label: partner.tradingName }]} />
      <PageHead
        title={partner.name}
        facts={
          seller
            ? [partner.domain]
            : [t(`tier.${partner.tier}`), partner.types.map((type) => t(`type.${type}`)).join(", "), partner.region]
        }
        actions={
          can(actor, "partner.viewAs") && (
            <SpokenByClients also="partners">
              <ViewAsPartner partnerId={partner.id} />
            </SpokenByClients>
          )
        }
      />
      {mayLog && (
        <div className="mt-3 flex flex-wrap gap-2 print:hidden">
          <LogContact
            partnerId={partner.id}
            partner={partner.tradingName}
            contactIds={{ call: newId(), meeting: newId(), message: newId() }}
            on={dayOf(now, reader.zone)}
            names={people.team.people
              .filter(({ disabled }) => !disabled)
              .slice(0, 20)
              .map(({ name }) => name)}
          />
        </div>
      )}
      <RecordColumns
        railLabel={t("facts")}
        rail={
          seller ? null : (
            <>
              <PartnerFacts partner={partner} contact={contact} reader={reader} />
              {await contactCard(context, reader, partner)}
            </>
          )
        }
      >
        {can(actor, "deal.read") && (await deals(context, reader, partner.id))}
        <Section title={t("people")} aside={await inviteButton(people, partner.tradingName)} spaced>
          {await teamSections(people)}
        </Section>
        {!seller && (
          <Section title={t("locations")} spaced>
            <PartnerLocations partner={partner} locale={reader.locale} />
          </Section>
        )}
        {can(actor, "record.read") && (
          <PartnerRecordTimeline
            {...(await besideRecord({
              context,
              reader,
              record: { kind: "partner", id: partner.id },
              base: `/channel/partners/${partner.id}`,
              more: (after, most) => contactsBehind(tx, partner.id, after, most),
            }))}
          />
        )}
      </RecordColumns>
    </>
  );
});

async function contactCard({ actor, tx }: PageContext, reader: Reader, partner: PartnerRecord) {
  const card = await contactCardOf(tx, partner.id, reader.today);
  return (
    <div>
      <VendorContacts card={card} vendor={reader.vendor.vendorName} partner={partner.tradingName} />
      {can(actor, "partner.contacts") && (
        <SpokenByClients also="partners">
          <EditContacts
            name={partner.tradingName}
            partnerId={partner.id}
            card={card}
            colleagues={await contactCandidates(tx)}
          />
        </SpokenByClients>
      )}
    </div>
  );
}

async function deals(context: PageContext, reader: Reader, partnerId: string) {
  const { actor, tx } = context;
  const t = await getTranslations("partners");
  const wonFilter: DealFilter = { win: "confirmed", partnerId, wonFrom: addMonths(reader.figuresDay, -12) };
  const track = await partnerTrack(tx, partnerId);
  const won = await totalDeals(tx, wonFilter);
  const review = await totalDeals(tx, { statuses: ["in_review"], partnerId });
  const { rows } = await listDeals(tx, actor, { filter: { partnerId }, size: 8 });
  const amount = (value: number) =>
    formatMoney(money(value, reader.vendor.reportingCurrency), reader.locale, { compact: true });
  const to = (filter: DealFilter) => `/channel/deals${searchFrom(filter)}`;
  return (
    <>
      <MetricStrip>
        <MetricTile
          label={t("figures.open")}
          figure={amount(track.openAmount)}
          href={to({ open: true, partnerId })}
          rows={t("rows", { count: track.open })}
        />
        <MetricTile
          label={t("figures.won")}
          figure={amount(won.reportingAmount)}
          href={to(wonFilter)}
          rows={t("rows", { count: won.count })}
        />
        <MetricTile
          label={t("figures.review")}
          figure={String(review.count)}
          href={to({ statuses: ["in_review"], partnerId })}
          rows={amount(review.reportingAmount)}
        />
        <MetricTile
          label={t("figures.approved")}
          figure={
            track.decided === 0
              ? t("none")
              : formatPercent(track.approved / track.decided, reader.locale, { digits: 0 })
          }
          href={to({ decided: true, partnerId })}
          rows={t("figures.ofDecided", { approved: track.approved, decided: track.decided })}
        />
      </MetricStrip>
      <Section title={t("latestDeals")} aside={<Link href={to({ partnerId })}>{t("allDeals")}</Link>} spaced>
        <DealRows
          rows={rows}
          base="/channel/deals"
          side="vendor"
          zone={reader.zone}
          label={t("latestDeals")}
          without={["partner"]}
          empty={<EmptyState title={t("noDeals")} text={t("noDealsText")} />}
        />
      </Section>
    </>
  );
}
