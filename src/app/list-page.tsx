import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  chosenColumns,
  type ListDeclaration,
  type ListLook,
  listAddress,
  lookFrom,
  nextSort,
  shownColumns,
} from "@/kernel/list";
import { type Arrangement, arrangementOf } from "@/modules/lists/queries";
import { ChooseColumns, DeleteView, SaveView } from "@/modules/lists/ui/list-tools";
import type { PageContext } from "@/server/page";
import { LinkButton } from "@/ui/button";
import type { DataTableColumn } from "@/ui/data-table/types";
import { type FilterChip, FilterChips } from "@/ui/filter-chips";
import { FilterMenu, type FilterSelect } from "@/ui/filter-menu";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { SearchForm } from "@/ui/search-form";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";

/** A view that everybody has; `query` is its filter as the query of an address. */
export type View = { readonly label: string; readonly query: string; readonly count?: number | string | undefined };

/** A list as one reader sees it now. */
export type ListState<Id extends string, Sort extends string> = {
  readonly list: ListDeclaration<Id, Sort>;
  readonly base: string;
  /** The conditions, as the query of an address. */
  readonly query: string;
  /** What the address says, and with it what the reader chose before. */
  readonly asked: ListLook<Id, Sort>;
  readonly look: ListLook<Id, Sort>;
  readonly arranged: Arrangement;
};

/** Reads what a list shows from its address and from what the reader chose; leads to the view it begins with where nothing is asked for. */
export async function listState<Id extends string, Sort extends string>(
  { tx, actor, search }: PageContext,
  list: ListDeclaration<Id, Sort>,
  base: string,
  query: string,
): Promise<ListState<Id, Sort>> {
  const arranged = await arrangementOf(tx, actor, list.id);
  if (arranged.start && Object.keys(search).length === 0) redirect(`${base}${arranged.start}`);
  const asked = lookFrom(list, search);
  const chosen = chosenColumns(list, arranged.columns);
  return { list, base, query, asked, look: { ...(chosen && { columns: chosen }), ...asked }, arranged };
}

/** The orders the heads of the columns offer. */
export function sortsOf<Id extends string, Sort extends string>({
  list,
  base,
  query,
  asked,
  look,
}: ListState<Id, Sort>) {
  const current = look.sort ?? list.sort;
  const sorts: Record<string, DataTableColumn["sort"]> = {};
  for (const column of list.columns) {
    if (!column.sort) continue;
    const { sort: _asked, ...rest } = asked;
    const next = nextSort(column, current);
    const direction = current.descending ? ("descending" as const) : ("ascending" as const);
    sorts[column.id] = {
      href: `${base}${listAddress(list, query, next ? { ...rest, sort: next } : rest) || "?view=all"}`,
      ...(current.by === column.sort && { direction }),
    };
  }
  return sorts;
}

type Given<Id extends string, Sort extends string> = {
  context: PageContext;
  state: ListState<Id, Sort>;
  title: string;
  count: ReactNode;
  sub?: ReactNode;
  primary?: ReactNode;
  /** What stands between the title and the views. */
  above?: ReactNode;
  views: readonly View[];
  search: { label: string; button: string; words: string | undefined };
  selects?: readonly FilterSelect[];
  chips?: readonly FilterChip[];
  headOf: (column: Id) => string;
  exported?: boolean;
  next: string | null;
  children: ReactNode;
};

/** The page around the rows of any list: views, search, conditions, columns, export and pages. All of it is in the address. */
export async function ListPage<Id extends string, Sort extends string>(given: Given<Id, Sort>) {
  const { context, state, title, count, sub, primary, views, search, selects = [], chips = [], exported, next } = given;
  const { list, base, query, asked, look } = state;
  const t = await getTranslations("lists");
  const address = listAddress(list, query, asked);
  const { search: _words, ...narrowed } = Object.fromEntries(new URLSearchParams(query));
  const keep = { ...narrowed, ...Object.fromEntries(new URLSearchParams(listAddress(list, "", asked))) };
  const kept = Object.fromEntries(
    Object.entries(keep).filter(([name]) => !selects.some((select) => select.name === name)),
  );
  return (
    <>
      <PageCrumbs crumbs={[{ label: title }]} />
      <PageHead
        title={title}
        count={count}
        sub={sub}
        actions={
          <>
            <ListTools {...given} />
            {exported && (
              <LinkButton
                variant="quiet"
                href={`${base}/export${listAddress(list, query, look)}`}
                prefetch={false}
                download
              >
                {t("export")}
              </LinkButton>
            )}
          </>
        }
        primary={primary}
      />
      {given.above}
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-2 pb-2.5">
        <Tabs label={t("views")} items={tabsOf(state, views)} />
        <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
          {selects.length > 0 && (
            <FilterMenu
              action={base}
              label={t("filter.open")}
              any={t("filter.any")}
              button={t("filter.apply")}
              selects={selects}
              keep={search.words ? { ...kept, search: search.words } : kept}
            />
          )}
          <SearchForm action={base} label={search.label} button={search.button} words={search.words} keep={keep} />
        </div>
      </div>
      {chips.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 pb-2.5">
          <FilterChips chips={[...chips]} />
          <LinkButton size="sm" variant="quiet" href={`${base}?view=all`}>
            {t("clear")}
          </LinkButton>
        </div>
      )}
      {given.children}
      <Pager
        firstHref={context.search.after ? `${base}${address || "?view=all"}` : undefined}
        nextHref={next ? `${base}${address}${address ? "&" : "?"}after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
}

/** A saved view is where its whole address is; one that everybody has is where its conditions are, however sorted. */
function tabsOf<Id extends string, Sort extends string>(
  { list, base, query, asked, arranged }: ListState<Id, Sort>,
  views: readonly View[],
) {
  const address = listAddress(list, query, asked);
  const saved = arranged.views.find((view) => view.query === address && view.query !== "");
  const { search: _words, ...narrowed } = Object.fromEntries(new URLSearchParams(query));
  const conditions = `?${new URLSearchParams(narrowed)}`.replaceAll("%2C", ",");
  return [
    ...views.map((view) => ({
      href: `${base}${view.query || (arranged.start ? "?view=all" : "")}`,
      label: view.label,
      count: view.count,
      current: !saved && (view.query || "?") === conditions,
    })),
    ...arranged.views.map((view) => ({
      href: `${base}${view.query || "?view=all"}`,
      label: view.name,
      current: view === saved,
    })),
  ];
}

async function ListTools<Id extends string, Sort extends string>({ context, state, headOf }: Given<Id, Sort>) {
  const { list, base, query, asked, look, arranged } = state;
  const { columns: _columns, ...rest } = asked;
  const main = list.columns[0]?.id;
  const others = (columns: readonly { id: Id }[]) => columns.map(({ id }) => id).filter((id) => id !== main);
  const address = listAddress(list, query, asked);
  const current = arranged.views.find((view) => view.own && view.query === address);
  const view = {
    viewId: current?.id ?? null,
    list: list.id,
    query: address,
    name: current?.name ?? "",
    shared: current?.shared ?? false,
    start: current !== undefined && arranged.start === current.query,
  };
  return (
    <>
      <ChooseColumns
        list={list.id}
        href={`${base}${listAddress(list, query, rest)}`}
        offered={others(list.columns).map((id) => ({ id, label: headOf(id) }))}
        shown={others(shownColumns(list, look))}
        usual={others(list.columns.filter(({ usual }) => usual))}
      />
      {address !== "" && <SaveView view={view} base={base} mayShare={context.actor.side === "vendor"} />}
      {current && <DeleteView viewId={current.id} base={base} name={current.name} shared={current.shared} />}
    </>
  );
}
