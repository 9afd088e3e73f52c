import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { ApprovalLetter } from "@/modules/deals/ui/partner/letter";
import { page } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { PrintButton } from "@/ui/print-button";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../../reader";

export default page("deal.read", async (context) => {
  const { actor, tx, now, params } = context;
  const reader = await readerOf(context);
  const deal = await recordDeal(tx, actor, params.id ?? "", now, reader.vendor.zone);
  const approval = deal?.decisions.find((decision) => decision.outcome === "approved");
  // Only what is approved now has a letter: one about an ended protection would mislead whoever reads the print.
  if (deal?.status !== "approved" || !approval) notFound();
  const t = await getTranslations("portal");
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: t("deals.title"), href: "/portal/deals" },
          { label: deal.number, href: `/portal/deals/${deal.id}` },
          { label: t("letter.title") },
        ]}
      />
      <div className="max-w-190 print:hidden">
        <PageHead
          title={t("letter.title")}
          sub={t("letter.sub")}
          primary={<PrintButton variant="primary" label={t("letter.print")} />}
        />
      </div>
      <ApprovalLetter
        deal={deal}
        decision={approval}
        vendor={reader.vendor.vendorName}
        vendorZone={reader.vendor.zone}
      />
    </>
  );
});
