import { getTranslations } from "next-intl/server";
import { signInRules } from "@/modules/people/queries/sign-in-rules";
import { SignInRulesForm } from "@/modules/people/ui/sign-in-rules-form";
import { page } from "@/server/page";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { SpokenByClients } from "../../spoken-by-clients";

export default page("settings.manage", async ({ tx }) => {
  const t = await getTranslations("people.rules");
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead title={t("title")} sub={t("sub")} />
      <SpokenByClients also="people">
        <SignInRulesForm values={await signInRules(tx)} />
      </SpokenByClients>
    </>
  );
});
