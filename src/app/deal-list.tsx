import { getTranslations } from "next-intl/server";
import { money } from "@/kernel/money";
import { filterFrom, searchFrom } from "@/modules/deals/domain/list-filter";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { DealRows } from "@/modules/deals/ui/deal-rows";
import type { PageContext } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { formatMoney } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { DealListControls, type View } from "./deal-list-controls";
import { readerOf } from "./reader";

type Given = {
  context: PageContext;
  base: string;
  side: "partner" | "vendor";
  views: readonly View[];
  /** Whether each view says how many it holds. */
  counted?: boolean;
  primary?: React.ReactNode;
  title: string;
};

/** The list of deals of a portal. Filter, search and page are in the address; the title counts exactly what is listed. */
export async function dealList({ context, base, side, views, counted, primary, title }: Given) {
  const { actor, tx, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("channel.deals");
  const say = await getTranslations("deals.rows");
  const filter = filterFrom(search);
  const query = searchFrom(filter);
  const totals = await totalDeals(tx, filter);
  const { rows, next } = await listDeals(tx, actor, { filter, after: search.after });
  const shown: (View & { count: number | undefined })[] = [];
  for (const view of views)
    shown.push({ ...view, count: counted ? (await totalDeals(tx, view.filter)).count : undefined });
  const total = formatMoney(money(totals.reportingAmount, reader.vendor.reportingCurrency), reader.locale);
  return (
    <>
      <PageCrumbs crumbs={[{ label: title }]} />
      <PageHead
        title={title}
        count={totals.count}
        sub={t("total", { amount: total })}
        actions={
          <LinkButton variant="quiet" href={`${base}/export${query}`} prefetch={false} download>
            {t("export")}
          </LinkButton>
        }
        primary={primary}
      />
      <DealListControls base={base} views={shown} filter={filter} />
      <DealRows
        rows={rows}
        base={base}
        side={side}
        zone={reader.zone}
        label={title}
        empty={
          <EmptyState
            title={query ? t("empty") : say("none")}
            text={query ? t("emptyText") : say("noneText")}
            action={query ? <LinkButton href={base}>{t("clear")}</LinkButton> : primary}
          />
        }
      />
      <Pager
        firstHref={search.after ? `${base}${query}` : undefined}
        nextHref={next ? `${base}${query ? `${query}&` : "?"}after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
}
