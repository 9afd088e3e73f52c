import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { resetBehind } from "@/modules/people/queries/reset";
import { ResetForm } from "@/modules/people/ui/reset-form";
import { publicPage } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { SpokenByClients } from "../../../spoken-by-clients";
import { Door } from "../../door";

/** Where the link for a new password leads. Looking at it changes nothing. */
export default publicPage(async ({ params }) => {
  const token = decodeURIComponent(params.token ?? "");
  const { known, email } = await resetBehind(token, new Date());
  if (!known) notFound();
  const t = await getTranslations("people.reset");
  if (email === null) {
    return (
      <Door title={t("ended.title")} lead={t("ended.text")}>
        <div className="mt-6">
          <LinkButton href="/forgot" variant="primary" size="lg">
            {t("ended.again")}
          </LinkButton>
        </div>
      </Door>
    );
  }
  return (
    <Door title={t("title")} lead={t("lead", { email })}>
      <SpokenByClients also="people">
        <ResetForm token={token} email={email} />
      </SpokenByClients>
    </Door>
  );
});
