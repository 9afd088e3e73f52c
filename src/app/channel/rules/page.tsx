import { getTranslations } from "next-intl/server";
import { page } from "@/server/page";
import { rulesPage } from "../../rules-page";

export default page("policy.read", async (context) => {
  const t = await getTranslations("shell.places");
  return rulesPage(context, t("rules"));
});
