import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { isFirstLink } from "@/server/auth/first-administrator";
import { languageChoice } from "@/server/messages";
import { publicPage } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Icon } from "@/ui/icon";
import { Hydrated } from "@/ui/shell/hydrated";
import { LanguageSelect } from "@/ui/shell/language-select";
import { WindowTitle } from "@/ui/window-title";
import { WelcomeForm } from "./welcome-form";

/** Where an empty installation begins: whoever holds the link becomes its first administrator. */
export default publicPage(async ({ params }) => {
  const t = await getTranslations("welcome");
  const shell = await getTranslations("ui.shell");
  const token = params.token ?? "";
  const isKnown = await isFirstLink(token, new Date());
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  const { ui, failures, welcome } = await getMessages();
  return (
    <main className="grid min-h-dvh place-items-center bg-surface px-4 py-10">
      <WindowTitle name={t("title")} />
      <Hydrated />
      <div className="w-full max-w-110">
        <div className="flex items-center justify-between gap-3">
          <p className="text-lg font-strong tracking-tight">Entente</p>
          <LanguageSelect label={shell("language")} icon={<Icon name="languages" />} {...(await languageChoice())} />
        </div>
        {isKnown ? (
          <>
            <h1 className="mt-6 text-lg tracking-tight">{t("title")}</h1>
            <p className="mt-1 text-ink-2">{t("lead")}</p>
            <NextIntlClientProvider messages={{ ui, failures, welcome }}>
              <WelcomeForm
                token={token}
                locale={await getLocale()}
                zones={[...new Set(zones)].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              />
            </NextIntlClientProvider>
          </>
        ) : (
          <>
            <h1 className="mt-6 text-lg tracking-tight">{t("gone")}</h1>
            <EmptyState title={t("goneText")} text="" action={<LinkButton href="/sign-in">{t("signIn")}</LinkButton>} />
          </>
        )}
      </div>
    </main>
  );
});
