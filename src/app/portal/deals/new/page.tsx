import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { findPolicyInForce } from "@/server/policies";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { noRulesYet } from "../../../no-rules-yet";
import { readerOf } from "../../../reader";
import { registration } from "../registration";

export default page("deal.register", async (context) => {
  const { actor, tx, now } = context;
  // A registration belongs to a partner; the vendor's people have none of their own.
  if (!actor.partnerId) forbidden();
  if (!(await findPolicyInForce(tx, registrationPolicyKind, now))) return noRulesYet(actor);
  const reader = await readerOf(context);
  const partner = await ownPartner(tx, actor.partnerId, reader.today);
  const t = await getTranslations("portal");
  const form = await registration(context, reader, partner, {
    dealId: newId(),
    version: 0,
    draft: emptyDraft(partner.currency.trim()),
    question: null,
  });
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("deals.title"), href: "/portal/deals" }, { label: t("new.crumb") }]} />
      <PageHead title={t("new.title")} sub={t("new.sub", { vendor: reader.vendor.vendorName })} />
      {form}
    </>
  );
});
