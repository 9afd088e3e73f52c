import { getTranslations } from "next-intl/server";
import { countDisputes, disputeViews, listDisputes } from "@/modules/deals/queries/list-disputes";
import { DisputeRows } from "@/modules/deals/ui/vendor/dispute-rows";
import { page } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { portalOf } from "../../portals";
import { readerOf } from "../../reader";

const here = "/program/disputes";

/** What partners dispute, and how it ended. */
export default page("dispute.read", async (context) => {
  const { actor, tx, now, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("program.disputes");
  const view = disputeViews.find((name) => name === search.view) ?? "open";
  const counts = await countDisputes(tx, now);
  const { rows, next } = await listDisputes(tx, view, search.after);
  const place = view === "open" ? here : `${here}?view=${view}`;
  const { open, late, upheld, overturned } = counts;
  const decided = upheld + overturned;
  return (
    <div className="max-w-190">
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        title={t("title")}
        count={view === "open" ? open : decided}
        sub={view === "open" ? t("openSub", { open, late }) : t("decidedSub", { decided, overturned })}
      />
      <div className="mt-4 border-b border-line pb-2.5">
        <Tabs
          label={t("tabs")}
          items={disputeViews.map((name) => ({
            href: name === "open" ? here : `${here}?view=${name}`,
            label: t(name),
            count: name === "open" ? open : decided,
            current: name === view,
          }))}
        />
      </div>
      <DisputeRows
        rows={rows}
        now={now}
        zone={reader.zone}
        base={`/${portalOf(actor)}/deals`}
        empty={<EmptyState title={t(`empty.${view}`)} text={t("emptyText")} />}
      />
      <Pager
        firstHref={search.after ? place : undefined}
        nextHref={next ? `${place}${view === "open" ? "?" : "&"}after=${next}` : undefined}
      />
    </div>
  );
});
