import { getTranslations } from "next-intl/server";
import { countriesIn } from "@/modules/accounts/domain/countries";
import { ownOpportunities } from "@/modules/opportunities/queries/own-opportunities";
import { LookUpForm } from "@/modules/opportunities/ui/look-up-form";
import { OpportunityRows } from "@/modules/opportunities/ui/opportunity-rows";
import { page } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Icon } from "@/ui/icon";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../reader";

export default page("opportunity.own", async (context) => {
  const reader = await readerOf(context);
  const t = await getTranslations("opportunities");
  const rows = await ownOpportunities(context.tx, reader.today);
  const met = rows.filter(({ call, isOpen }) => call && isOpen).length;
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("list.title") }]} />
      <PageHead
        title={t("list.title")}
        count={rows.length}
        sub={rows.length > 0 ? t("list.sentence", { met }) : undefined}
        primary={
          <LinkButton variant="primary" href="/channel/opportunities/new" icon={<Icon name="plus" />}>
            {t("list.new")}
          </LinkButton>
        }
      />
      <Section title={t("lookUp.title")} aside={t("lookUp.aside")} spaced>
        <LookUpForm countries={countriesIn(reader.locale).map(({ code, name }) => ({ value: code, label: name }))} />
      </Section>
      <Section title={t("list.own")} spaced>
        <OpportunityRows
          rows={rows}
          zone={reader.zone}
          empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} />}
        />
      </Section>
    </>
  );
});
