import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { jointDeal, jointPartners } from "@/modules/deals/queries/participants";
import { JointRecord } from "@/modules/deals/ui/partner/joint-record";
import { DeclineDeal, JoinDeal, LeaveDeal } from "@/modules/deals/ui/partner/participation-actions";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { page } from "@/server/page";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../../reader";

export default page("deal.read", async (context) => {
  const { actor, tx, now, params } = context;
  if (!actor.partnerId) forbidden();
  const deal = await jointDeal(tx, actor, params.id ?? "");
  if (!deal) notFound();
  const reader = await readerOf(context);
  const t = await getTranslations("deals.joint");
  const portal = await getTranslations("portal");
  const { lead, can } = deal;
  const vendor = reader.vendor.vendorName;
  const target = { participantId: deal.id, lead };
  const company = (await ownPartner(tx, actor.partnerId, reader.today)).name;
  const title = deal.sale ? `${deal.sale.customer} ${deal.sale.number}` : t("question", { lead });
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: portal("deals.title"), href: "/portal/deals" },
          { label: t("title"), href: "/portal/deals/joint" },
          { label: deal.sale?.number ?? lead },
        ]}
        title={title}
      />
      <JointRecord
        deal={deal}
        partners={await jointPartners(tx, deal.id)}
        reader={reader}
        now={now}
        actions={
          <>
            {can.answer && <DeclineDeal {...target} />}
            {can.leave && <LeaveDeal {...target} vendor={vendor} />}
          </>
        }
        primary={can.answer && <JoinDeal {...target} vendor={vendor} company={company} />}
      />
    </>
  );
});
