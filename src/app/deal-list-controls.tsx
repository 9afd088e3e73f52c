import { useLocale, useTranslations } from "next-intl";
import { isPlainDate } from "@/kernel/dates";
import { type DealFilter, searchFrom } from "@/modules/deals/domain/list-filter";
import { filterWords } from "@/modules/deals/ui/filter-words";
import { LinkButton } from "@/ui/button";
import { FilterChips } from "@/ui/filter-chips";
import { formatDay } from "@/ui/format/format";
import { SearchForm } from "@/ui/search-form";
import { Tabs } from "@/ui/tabs";

export type View = { readonly label: string; readonly filter: DealFilter };

type Props = {
  base: string;
  views: readonly (View & { readonly count: number | undefined })[];
  filter: DealFilter;
};

const same = (left: DealFilter, right: DealFilter) => searchFrom(left) === searchFrom(right);

/** Views, search and the conditions beside them. All of it is links and one form: the address is the state. */
export function DealListControls({ base, views, filter }: Props) {
  const t = useTranslations("channel.deals");
  const say = useTranslations("deals");
  const locale = useLocale();
  const { search: words, ...narrowed } = filter;
  const isView = views.some((view) => same(view.filter, narrowed));
  const day = (value: string) => (isPlainDate(value) ? formatDay(value, locale, { year: true }) : value);
  // A view says its own conditions; what is asked for beside it can be taken away piece by piece.
  const chips = filterWords(filter, say, day)
    .filter(({ rest }) => !isView || rest.search !== words)
    .map(({ label, value, rest }) => ({
      label,
      value,
      removeHref: `${base}${searchFrom(rest)}`,
      removeLabel: say("filter.remove", { label }),
    }));
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3 pb-2.5">
        <Tabs
          label={t("views")}
          items={views.map((view) => ({
            href: `${base}${searchFrom(view.filter)}`,
            label: view.label,
            count: view.count,
            current: same(view.filter, narrowed),
          }))}
        />
        <SearchForm
          action={base}
          label={t("search")}
          button={t("searchAction")}
          words={words}
          keep={Object.fromEntries(new URLSearchParams(searchFrom(narrowed)))}
        />
      </div>
      {chips.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 pb-2.5">
          <FilterChips chips={chips} />
          <LinkButton size="sm" variant="quiet" href={base}>
            {t("clear")}
          </LinkButton>
        </div>
      )}
    </>
  );
}
