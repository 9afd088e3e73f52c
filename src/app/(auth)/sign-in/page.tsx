import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demoPeople } from "@/server/auth/credentials";
import { isEmptyInstallation } from "@/server/auth/first-administrator";
import { viewer } from "@/server/auth/viewer";
import { brand } from "@/server/brand";
import { languageChoice } from "@/server/messages";
import { publicPage } from "@/server/page";
import { Icon } from "@/ui/icon";
import { Notice } from "@/ui/notice";
import { Logo } from "@/ui/shell/brand-mark";
import { Hydrated } from "@/ui/shell/hydrated";
import { LanguageSelect } from "@/ui/shell/language-select";
import { WindowTitle } from "@/ui/window-title";
import { DemoSignIn } from "./demo-sign-in";
import { SignInForm } from "./sign-in-form";

/** A path of ours, never another site. */
function safePath(path: string | undefined): string {
  return path?.startsWith("/") && !path.startsWith("//") && !path.includes("\\") ? path : "/";
}

export default publicPage(async ({ search }) => {
  const returnTo = safePath(search.returnTo);
  if (await viewer()) redirect(returnTo);
  const t = await getTranslations("signIn");
  const shell = await getTranslations("ui.shell");
  const people = await demoPeople();
  const look = await brand();
  const empty = !look && (await isEmptyInstallation());
  return (
    <main className="grid min-h-dvh place-items-center bg-surface px-4 py-10">
      <WindowTitle name={t("title")} />
      <Hydrated />
      <div className="w-full max-w-100">
        <div className="flex items-center justify-between gap-3">
          <p className="flex items-center gap-2.5 text-lg font-strong tracking-tight">
            {look?.logo && <Logo logo={look.logo} name="" />}
            {look?.vendorName ?? t("product")}
          </p>
          <LanguageSelect label={shell("language")} icon={<Icon name="languages" />} {...(await languageChoice())} />
        </div>
        <h1 className="mt-6 text-lg tracking-tight">{t("title")}</h1>
        <p className="mt-1 text-ink-2">{t("lead")}</p>
        {empty && (
          <div className="mt-5">
            <Notice tone="info" title={t("empty")}>
              {t("emptyText")}
            </Notice>
          </div>
        )}
        <SignInForm returnTo={returnTo} />
        {people.length > 0 && (
          <DemoSignIn
            returnTo={returnTo}
            people={people.map((person) => ({
              id: person.person_id,
              name: person.name,
              detail: t("demoDetail", { role: t(`roles.${person.role}`), organisation: person.organisation }),
            }))}
          />
        )}
      </div>
    </main>
  );
});
