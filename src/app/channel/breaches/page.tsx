import { getTranslations } from "next-intl/server";
import { countBreaches, listBreaches } from "@/modules/opportunities/queries/list-breaches";
import { BreachRows } from "@/modules/opportunities/ui/breach-rows";
import { page } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { readerOf } from "../../reader";

const here = "/channel/breaches";

export default page("breach.read", async (context) => {
  const { actor, tx, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("opportunities.breach");
  const all = search.view === "all";
  const place = all ? `${here}?view=all` : here;
  const counts = await countBreaches(tx);
  const { rows, next } = await listBreaches(tx, actor, { open: !all, after: search.after });
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead title={t("title")} count={all ? counts.all : counts.open} sub={t("sub")} />
      <div className="mt-4 pb-2.5">
        <Tabs
          label={t("tabs")}
          items={[
            { href: here, label: t("waiting"), count: counts.open, current: !all },
            { href: `${here}?view=all`, label: t("all"), count: counts.all, current: all },
          ]}
        />
      </div>
      <BreachRows rows={rows} zone={reader.zone} empty={<EmptyState title={t("empty")} text={t("emptyText")} />} />
      <Pager
        firstHref={search.after ? place : undefined}
        nextHref={next ? `${place}${all ? "&" : "?"}after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
});
