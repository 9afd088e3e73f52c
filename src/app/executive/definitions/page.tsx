import { getTranslations } from "next-intl/server";
import { Definitions } from "@/modules/metrics/ui/overview";
import { page } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";

export default page("dashboard.executive", async () => {
  const t = await getTranslations("executive");
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("definitions") }]} />
      <PageHead title={t("definitions")} sub={t("definitionsSub")} />
      <Definitions />
    </>
  );
});
