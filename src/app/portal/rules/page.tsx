import { getTranslations } from "next-intl/server";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { page } from "@/server/page";
import { readerOf } from "../../reader";
import { rulesPage } from "../../rules-page";

export default page("policy.read", async (context) => {
  const t = await getTranslations("portal");
  const { actor, tx } = context;
  const { today } = await readerOf(context);
  const partner = actor.partnerId ? await ownPartner(tx, actor.partnerId, today) : null;
  return rulesPage(context, t("rules.title"), partner?.tier);
});
