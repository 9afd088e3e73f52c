import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";

/** What stands in the place of a page that speaks of program rules while the program has none. */
export async function noRulesYet(actor: PersonActor) {
  const t = await getTranslations("pages.noRules");
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead title={t("title")} />
      <EmptyState
        title={t("what")}
        text={t("text")}
        action={
          can(actor, "settings.manage") && (
            <LinkButton variant="primary" href="/settings/setup">
              {t("setup")}
            </LinkButton>
          )
        }
      />
    </>
  );
}
