import { getTranslations } from "next-intl/server";
import { jointDeals } from "@/modules/deals/queries/participants";
import { JointRows } from "@/modules/deals/ui/partner/joint-rows";
import { page } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";

export default page("deal.read", async ({ actor, tx }) => {
  const t = await getTranslations("deals.joint");
  const portal = await getTranslations("portal");
  const deals = await jointDeals(tx, actor);
  return (
    <>
      <PageCrumbs crumbs={[{ label: portal("deals.title"), href: "/portal/deals" }, { label: t("title") }]} />
      <PageHead title={t("title")} count={deals.length} sub={t("sub")} />
      <Section title={t("label")} spaced>
        <JointRows
          deals={deals}
          empty={
            <EmptyState
              title={t("none")}
              text={t("noneText")}
              action={<LinkButton href="/portal/deals">{t("back")}</LinkButton>}
            />
          }
        />
      </Section>
    </>
  );
});
