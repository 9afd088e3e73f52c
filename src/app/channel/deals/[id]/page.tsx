import { getTranslations } from "next-intl/server";
import { page } from "@/server/page";
import { vendorDealRecord } from "../../../vendor-deals";

export default page("deal.read", async (context) => {
  const t = await getTranslations("channel.deals");
  return vendorDealRecord({
    context,
    base: "/channel/deals",
    crumb: { label: t("title"), href: "/channel/deals" },
    partnerHref: (partnerId) => `/channel/partners/${partnerId}`,
    customerHref: (accountId) => `/channel/customers/${accountId}`,
    rulesHref: "/channel/rules",
  });
});
