import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";

/** What the vendor sets, in the order in which a program comes to be. */
export const settingPages = [
  "company",
  "regions",
  "territories",
  "products",
  "contacts",
  "calendars",
  "reasons",
  "rates",
  "roles",
] as const;
export type SettingPage = (typeof settingPages)[number];

type Props = { current: SettingPage; count?: number; primary?: ReactNode; children: ReactNode };

/** One page of settings below the tabs of all of them. */
export async function SettingsPage({ current, count, primary, children }: Props) {
  const t = await getTranslations("vendor.pages");
  const { ui, failures, vendor } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ ui, failures, vendor }}>
      <PageCrumbs crumbs={[{ label: t("title"), href: "/settings/company" }, { label: t(`${current}.title`) }]} />
      <Tabs
        label={t("title")}
        items={settingPages.map((page) => ({
          href: `/settings/${page}`,
          label: t(`${page}.tab`),
          current: page === current,
        }))}
      />
      <div className="mt-5">
        <PageHead title={t(`${current}.title`)} count={count} sub={t(`${current}.sub`)} primary={primary} />
      </div>
      <div className="mt-6">{children}</div>
    </NextIntlClientProvider>
  );
}
