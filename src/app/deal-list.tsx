import { getTranslations } from "next-intl/server";
import { isPlainDate } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { type DealFilter, filterFrom, searchFrom } from "@/modules/deals/domain/list-filter";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { DealRows } from "@/modules/deals/ui/deal-rows";
import { filterWords } from "@/modules/deals/ui/filter-words";
import type { PageContext } from "@/server/page";
import { Button, LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { FilterChips } from "@/ui/filter-chips";
import { formatDay, formatMoney } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { Tabs } from "@/ui/tabs";
import { readerOf } from "./reader";

export type View = { readonly label: string; readonly filter: DealFilter };

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

const same = (left: DealFilter, right: DealFilter) => searchFrom(left) === searchFrom(right);

/** The list of deals of a portal. Filter, search and page are in the address; the title counts exactly what is listed. */
export async function dealList({ context, base, side, views, counted, primary, title }: Given) {
  const { actor, tx, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("channel.deals");
  const filter = filterFrom(search);
  const totals = await totalDeals(tx, filter);
  const counts: (number | undefined)[] = [];
  for (const view of views) counts.push(counted ? (await totalDeals(tx, view.filter)).count : undefined);
  const { rows, next } = await listDeals(tx, actor, { filter, after: search.after });
  const { search: words, ...narrowed } = filter;
  const isView = views.some((view) => same(view.filter, narrowed));
  // A view says its own conditions; what is asked for beside it can be taken away piece by piece.
  const say = await getTranslations("deals");
  const shown = filterWords(filter, say, (day) =>
    isPlainDate(day) ? formatDay(day, reader.locale, { year: true }) : day,
  );
  const chips = shown
    .filter(({ rest }) => !isView || rest.search !== words)
    .map(({ label, value, rest }) => ({
      label,
      value,
      removeHref: `${base}${searchFrom(rest)}`,
      removeLabel: say("filter.remove", { label }),
    }));
  const query = searchFrom(filter);
  const join = query ? `${query}&` : "?";
  return (
    <>
      <PageHead
        title={title}
        count={totals.count}
        sub={t("total", {
          amount: formatMoney(money(totals.reportingAmount, reader.vendor.reportingCurrency), reader.locale),
        })}
        actions={
          <LinkButton variant="quiet" href={`${base}/export${query}`} prefetch={false}>
            {t("export")}
          </LinkButton>
        }
        primary={primary}
      />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3 pb-2.5">
        <Tabs
          label={t("views")}
          items={views.map((view, index) => ({
            href: `${base}${searchFrom(view.filter)}`,
            label: view.label,
            count: counts[index],
            current: same(view.filter, narrowed),
          }))}
        />
        <form action={base} role="search" className="flex items-center gap-2">
          {Object.entries(Object.fromEntries(new URLSearchParams(searchFrom(narrowed)))).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input
            type="search"
            name="search"
            aria-label={t("search")}
            placeholder={t("search")}
            defaultValue={words ?? ""}
            className="h-8 w-60 max-w-full rounded-md border border-control bg-surface px-2.5"
          />
          <Button type="submit">{t("searchAction")}</Button>
        </form>
      </div>
      {chips.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 pb-2.5">
          <FilterChips chips={chips} />
          <LinkButton size="sm" variant="quiet" href={base}>
            {t("clear")}
          </LinkButton>
        </div>
      )}
      <DealRows
        rows={rows}
        base={base}
        side={side}
        zone={reader.zone}
        label={title}
        empty={
          <EmptyState
            title={t("empty")}
            text={t("emptyText")}
            action={query ? <LinkButton href={base}>{t("clear")}</LinkButton> : primary}
          />
        }
      />
      <Pager
        firstHref={search.after ? `${base}${query}` : undefined}
        nextHref={next ? `${base}${join}after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
}
