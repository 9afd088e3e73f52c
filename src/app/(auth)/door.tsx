import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { brand } from "@/server/brand";
import { languageChoice } from "@/server/messages";
import { Icon } from "@/ui/icon";
import { Logo } from "@/ui/shell/brand-mark";
import { Hydrated } from "@/ui/shell/hydrated";
import { LanguageSelect } from "@/ui/shell/language-select";
import { WindowTitle } from "@/ui/window-title";

/** A page in front of the portals: whose portal it is, language, one question. */
export async function Door({ title, lead, children }: { title: string; lead: ReactNode; children?: ReactNode }) {
  const t = await getTranslations("signIn");
  const shell = await getTranslations("ui.shell");
  const look = await brand();
  return (
    <main className="grid min-h-dvh place-items-center bg-surface px-4 py-10">
      <WindowTitle name={title} />
      <Hydrated />
      <div className="w-full max-w-100">
        <div className="flex items-center justify-between gap-3">
          <p className="flex min-w-0 items-center gap-2.5 text-lg font-strong tracking-tight">
            {look?.logo && <Logo logo={look.logo} name="" />}
            <span className="truncate">{look?.vendorName ?? t("product")}</span>
          </p>
          <LanguageSelect label={shell("language")} icon={<Icon name="languages" />} {...(await languageChoice())} />
        </div>
        <h1 className="mt-6 text-lg tracking-tight text-balance">{title}</h1>
        <div className="mt-1 text-ink-2">{lead}</div>
        {children}
      </div>
    </main>
  );
}
