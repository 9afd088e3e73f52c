import { getTranslations } from "next-intl/server";
import { isPlainDate } from "@/kernel/dates";
import { listAddress } from "@/kernel/list";
import { money } from "@/kernel/money";
import { dealStages, dealStatuses } from "@/modules/deals/domain/deal";
import { type DealFilter, type DealSort, filterFrom, searchFrom } from "@/modules/deals/domain/list-filter";
import { type DealColumn, dealList } from "@/modules/deals/list";
import { type DealRow, type DealTotals, listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { DealRows } from "@/modules/deals/ui/deal-rows";
import { dealHead } from "@/modules/deals/ui/deal-words";
import { filterWords } from "@/modules/deals/ui/filter-words";
import { BulkBar, type BulkOffer } from "@/modules/lists/ui/bulk-bar";
import type { PageContext } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import type { FilterSelect } from "@/ui/filter-menu";
import { formatDay, formatMoney, formatNumber } from "@/ui/format/format";
import { bulkStanding } from "./bulk-page";
import { ListPage, type ListState, listState, sortsOf, type View } from "./list-page";
import { readerOf } from "./reader";
import { SpokenByClients } from "./spoken-by-clients";

export type DealView = { readonly label: string; readonly filter: DealFilter };

type Given = {
  context: PageContext;
  base: string;
  views: readonly DealView[];
  /** Whether each view says how many it holds. */
  counted?: boolean;
  primary?: React.ReactNode;
  /** What stands between the title and the views. */
  above?: React.ReactNode;
  title: string;
  /** What can be done with many at once; `selection` is where all rows of a view are read. */
  bulk?: {
    list: string;
    runs: string;
    selection: string;
    offers: readonly BulkOffer[];
    chooses: (row: DealRow) => { version: number; can: readonly string[] };
  };
};

/** The list of deals of a portal. The title counts exactly what is listed, as far as it is counted. */
export async function dealListPage({ context, base, views, counted, primary, above, title, bulk }: Given) {
  const { actor, tx, search } = context;
  const { side } = actor;
  const reader = await readerOf(context);
  const t = await getTranslations("channel.deals");
  const say = await getTranslations("deals");
  const filter = filterFrom(search);
  const query = searchFrom(filter);
  const state = await listState(context, dealList(side), base, query);
  const totals = await totalDeals(tx, filter);
  const { rows, next } = await listDeals(tx, actor, { filter, sort: state.look.sort, after: search.after });
  const count = ({ count: counted, more }: DealTotals) => `${formatNumber(counted, reader.locale)}${more ? "+" : ""}`;
  const shown: View[] = [];
  for (const view of views)
    shown.push({
      label: view.label,
      query: searchFrom(view.filter),
      count: counted ? count(await totalDeals(tx, view.filter)) : undefined,
    });
  const reading = { t: say, locale: reader.locale, zone: reader.zone, side };
  return (
    <ListPage
      context={context}
      state={state}
      title={title}
      count={count(totals)}
      sub={
        totals.more
          ? undefined
          : t("total", {
              amount: formatMoney(money(totals.reportingAmount, reader.vendor.reportingCurrency), reader.locale),
            })
      }
      primary={primary}
      above={
        <>
          {above}
          {bulk && (await bulkStanding(context, bulk.list, bulk.runs))}
        </>
      }
      views={shown}
      search={{ label: t("search"), button: t("searchAction"), words: filter.search }}
      selects={selectsOf(filter, say)}
      chips={chipsOf(filter, state, views, reader.locale, say)}
      headOf={(column) => dealHead(column, reading)}
      exported
      next={next}
    >
      <DealRows
        rows={rows}
        base={base}
        side={side}
        zone={reader.zone}
        label={title}
        columns={state.look.columns}
        sorts={sortsOf(state)}
        chooses={bulk?.chooses}
        bulk={
          bulk && (
            <SpokenByClients also="bulk">
              <BulkBar
                list={bulk.list}
                runs={bulk.runs}
                offers={bulk.offers}
                all={{ href: `${bulk.selection}${query}`, count: count(totals) }}
              />
            </SpokenByClients>
          )
        }
        empty={
          <EmptyState
            title={query ? t("empty") : say("rows.none")}
            text={query ? t("emptyText") : say("rows.noneText")}
            action={query ? <LinkButton href={`${base}?view=all`}>{t("clear")}</LinkButton> : primary}
          />
        }
      />
    </ListPage>
  );
}

type State = ListState<DealColumn, DealSort>;
type Say = (key: string, values?: Record<string, string | number>) => string;

/** A view says its own conditions; what is asked for beside it can be taken away piece by piece. */
function chipsOf(
  filter: DealFilter,
  { base, list, asked }: State,
  views: readonly DealView[],
  locale: string,
  say: Say,
) {
  const { search: words, ...narrowed } = filter;
  const isView = views.some((view) => searchFrom(view.filter) === searchFrom(narrowed));
  const day = (value: string) => (isPlainDate(value) ? formatDay(value, locale, { year: true }) : value);
  return filterWords(filter, say, day)
    .filter(({ rest }) => !isView || rest.search !== words)
    .map(({ label, value, rest }) => ({
      label,
      value,
      removeHref: `${base}${listAddress(list, searchFrom(rest), asked) || "?view=all"}`,
      removeLabel: say("filter.remove", { label }),
    }));
}

/** The choices of a condition; several at once, as a link may ask for, are one choice more. */
function choices(words: readonly string[], current: readonly string[] | undefined, word: (value: string) => string) {
  const options = words.map((value) => ({ value, label: word(value) }));
  if (!current || current.length < 2) return options;
  return [...options, { value: current.join(","), label: current.map(word).join(", ") }];
}

function selectsOf({ statuses, stages, win }: DealFilter, say: Say): FilterSelect[] {
  const offered = dealStatuses.filter((status) => status !== "submitted");
  return [
    {
      name: "statuses",
      label: say("filter.statuses"),
      current: statuses?.join(","),
      options: choices(offered, statuses, (status) => say(`status.${status}`)),
    },
    {
      name: "stages",
      label: say("filter.stages"),
      current: stages?.join(","),
      options: choices(dealStages, stages, (stage) => say(`stage.${stage}`)),
    },
    {
      name: "win",
      label: say("filter.win"),
      current: win,
      options: choices(["reported", "confirmed"], undefined, (word) => say(`filter.${word}`)),
    },
  ];
}
