import { getTranslations } from "next-intl/server";
import { page } from "@/server/page";
import { dealList } from "../../deal-list";

export default page("deal.read", async (context) => {
  const t = await getTranslations("channel.deals");
  return dealList({
    context,
    base: "/channel/deals",
    side: "vendor",
    title: t("title"),
    views: [
      { label: t("tabs.all"), filter: {} },
      { label: t("tabs.review"), filter: { statuses: ["in_review"] } },
      { label: t("tabs.open"), filter: { open: true } },
      { label: t("tabs.reported"), filter: { win: "reported" } },
      { label: t("tabs.won"), filter: { win: "confirmed" } },
      { label: t("tabs.lost"), filter: { stages: ["lost"] } },
    ],
  });
});
