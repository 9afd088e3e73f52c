import { getTranslations } from "next-intl/server";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import { page } from "@/server/page";
import { vendorDealRecord } from "../../../vendor-deals";

export default page("dashboard.executive", async (context) => {
  const t = await getTranslations("channel.deals");
  return vendorDealRecord({
    context,
    base: "/executive/deals",
    crumb: { label: t("title"), href: "/executive/deals" },
    partnerHref: (partnerId) => `/executive/deals${searchFrom({ partnerId })}`,
    customerHref: (accountId) => `/executive/deals${searchFrom({ accountId })}`,
    rulesHref: "/executive/definitions",
  });
});
