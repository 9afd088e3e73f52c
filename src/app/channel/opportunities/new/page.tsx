import { getTranslations } from "next-intl/server";
import { countriesIn } from "@/modules/accounts/domain/countries";
import { dealChoices } from "@/modules/deals/queries/edit-deal";
import { OpportunityForm } from "@/modules/opportunities/ui/opportunity-form";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../reader";

export default page("opportunity.own", async (context) => {
  const reader = await readerOf(context);
  const t = await getTranslations("opportunities");
  const { productLines } = await dealChoices(context.tx);
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("list.title"), href: "/channel/opportunities" }, { label: t("form.crumb") }]} />
      <PageHead title={t("form.heading")} sub={t("form.sub")} />
      <OpportunityForm
        opportunityId={newId()}
        countries={countriesIn(reader.locale).map(({ code, name }) => ({ value: code, label: name }))}
        productLines={productLines.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
});
