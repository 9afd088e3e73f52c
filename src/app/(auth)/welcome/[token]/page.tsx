import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { isFirstLink } from "@/server/auth/first-administrator";
import { publicPage } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { Door } from "../../door";
import { WelcomeForm } from "./welcome-form";

/** Where an empty installation begins: whoever holds the link becomes its first administrator. */
export default publicPage(async ({ params }) => {
  const t = await getTranslations("welcome");
  const token = params.token ?? "";
  if (!(await isFirstLink(token, new Date())))
    return (
      <Door title={t("gone")} lead={t("goneText")}>
        <div className="mt-6">
          <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
        </div>
      </Door>
    );
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  const { ui, failures, welcome } = await getMessages();
  return (
    <Door title={t("title")} lead={t("lead")}>
      <NextIntlClientProvider messages={{ ui, failures, welcome }}>
        <WelcomeForm
          token={token}
          locale={await getLocale()}
          zones={[...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
      </NextIntlClientProvider>
    </Door>
  );
});
