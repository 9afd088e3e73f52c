import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ownPartner } from "@/modules/partners/queries/own-partner";
import { page } from "@/server/page";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../reader";
import { rulesPage } from "../../rules-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("rules.title") };
}

export default page("policy.read", async (context) => {
  const t = await getTranslations("portal");
  const { actor, tx } = context;
  const { today } = await readerOf(context);
  const partner = actor.partnerId ? await ownPartner(tx, actor.partnerId, today) : null;
  const rules = await rulesPage(context, partner?.tier);
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("rules.title") }]} />
      {rules}
    </>
  );
});
