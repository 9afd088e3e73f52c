import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { fieldOf } from "@/modules/notices/domain/field-names";
import { preferencesOf } from "@/modules/notices/queries/preferences";
import { PreferencesForm } from "@/modules/notices/ui/preferences-form";
import type { PageContext } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { noticeKinds } from "./notice-kinds";

/** What the reader wants to be told of; `base` is the address of the inbox in one of the portals. */
export async function inboxSettings({ actor, tx }: PageContext, base: string) {
  const t = await getTranslations("notices");
  const { kinds, hours } = await preferencesOf(tx, actor, noticeKinds);
  const { ui, failures, notices } = await getMessages();
  const values = {
    kinds: Object.fromEntries(
      kinds.map(({ kind, inbox, mail }) => [
        fieldOf(kind),
        { inbox: inbox ? ("yes" as const) : ("no" as const), mail },
      ]),
    ),
    quietFrom: hours.quiet?.from ?? "",
    quietUntil: hours.quiet?.until ?? "",
    digestAt: hours.digestAt,
  };
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("inbox.title"), href: base }, { label: t("settings.title") }]} />
      <PageHead title={t("settings.title")} sub={t("settings.sub", { zone: actor.zone.replaceAll("_", " ") })} />
      <div className="mt-6">
        {kinds.length === 0 ? (
          <EmptyState title={t("settings.none")} text={t("settings.noneText")} />
        ) : (
          <NextIntlClientProvider messages={{ ui, failures, notices }}>
            <PreferencesForm kinds={kinds.map(({ kind }) => kind)} values={values} />
          </NextIntlClientProvider>
        )}
      </div>
    </>
  );
}
