import { useLocale, useTranslations } from "next-intl";
import { isPlainDate } from "@/kernel/dates";
import { type DealFilter, searchFrom } from "@/modules/deals/domain/list-filter";
import { filterWords } from "@/modules/deals/ui/filter-words";
import { Button, LinkButton } from "@/ui/button";
import { FilterChips } from "@/ui/filter-chips";
import { formatDay } from "@/ui/format/format";
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
        <form action={base} role="search" className="flex min-w-0 items-center gap-2 max-sm:w-full">
          {Object.entries(Object.fromEntries(new URLSearchParams(searchFrom(narrowed)))).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <input
            type="search"
            name="search"
            aria-label={t("search")}
            placeholder={t("search")}
            defaultValue={words ?? ""}
            className="h-10 w-60 max-w-full min-w-0 rounded-md border border-control bg-surface px-2.5 max-sm:flex-1 max-sm:text-base sm:h-8"
          />
          <Button type="submit" className="max-sm:h-10">
            {t("searchAction")}
          </Button>
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
    </>
  );
}
