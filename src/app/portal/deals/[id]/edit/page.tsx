import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { editableDeal } from "@/modules/deals/queries/edit-deal";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { page } from "@/server/page";
import { dueWords } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../../reader";
import { registration } from "../../registration";

export default page("deal.register", async (context) => {
  const { actor, tx, now, params } = context;
  if (!actor.partnerId) forbidden();
  const reader = await readerOf(context);
  const deal = await editableDeal(tx, actor, params.id ?? "");
  if (!deal) notFound();
  const partner = await ownPartner(tx, actor.partnerId, reader.today);
  const t = await getTranslations("portal");
  const form = await registration(context, reader, partner, {
    dealId: deal.id,
    version: deal.version,
    draft: deal.draft,
    question: deal.question,
  });
  const days = { today: t("today"), tomorrow: t("tomorrow") };
  const due = deal.dueAt && dueWords(deal.dueAt, now, reader.zone, reader.locale, days, { zoneName: true });
  const name = deal.draft.customer.name || t("unnamed");
  return (
    <>
      <PageCrumbs
        crumbs={[
          { label: t("deals.title"), href: "/portal/deals" },
          { label: deal.number, href: `/portal/deals/${deal.id}` },
          { label: t(deal.question ? "edit.answerCrumb" : "edit.crumb") },
        ]}
      />
      <PageHead
        title={t(deal.question ? "edit.answerTitle" : "edit.title", { name })}
        sub={due ? t("edit.answerSub", { due }) : t("edit.sub", { number: deal.number })}
      />
      {form}
    </>
  );
});
