import type { DealFilter } from "../domain/list-filter";

type Translate = (key: string, values?: Record<string, string | number>) => string;

export type FilterWord = {
  readonly label: string;
  readonly value: string;
  /** The same filter without this condition. */
  readonly rest: DealFilter;
};

const periods = [
  ["won", "wonFrom", "wonUntil"],
  ["decided", "decidedFrom", "decidedUntil"],
  ["closed", "closedFrom", "closedUntil"],
] as const;
const ids = ["partnerId", "accountId", "reviewerId", "ownerId", "regionId"] as const;

function without(filter: DealFilter, ...names: (keyof DealFilter)[]): DealFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !names.some((gone) => gone === name)));
}

/** The conditions of a filter in words, each with the filter that is left without it. `t` speaks from `deals`. */
export function filterWords(filter: DealFilter, t: Translate, day: (value: string) => string): FilterWord[] {
  const words: FilterWord[] = [];
  const add = (label: string, value: string, ...names: (keyof DealFilter)[]) =>
    words.push({ label: t(`filter.${label}`), value, rest: without(filter, ...names) });
  if (filter.search) add("search", filter.search, "search");
  if (filter.statuses) add("statuses", filter.statuses.map((status) => t(`status.${status}`)).join(", "), "statuses");
  if (filter.stages) add("stages", filter.stages.map((stage) => t(`stage.${stage}`)).join(", "), "stages");
  if (filter.open) add("sale", t("filter.open"), "open");
  if (filter.closed) add("sale", t("filter.closedSale"), "closed");
  if (filter.decided) add("decision", t("filter.made"), "decided");
  if (filter.byPerson) add("decision", t("filter.byPerson"), "byPerson");
  if (filter.win) add("win", t(`filter.${filter.win}`), "win");
  if (filter.origin) add("origin", t(filter.origin === "import" ? "filter.import" : "filter.partner"), "origin");
  for (const [label, from, until] of periods) {
    const [first, end] = [filter[from], filter[until]];
    if (first && end) add(label, t("filter.between", { from: day(first), until: day(end) }), from, until);
    else if (first) add(label, t("filter.from", { day: day(first) }), from);
    else if (end) add(label, t("filter.before", { day: day(end) }), until);
  }
  if (filter.tier) add("tier", t(`filter.tiers.${filter.tier}`), "tier");
  if (filter.partnerSize) add("partnerSize", t(`filter.sizes.${filter.partnerSize}`), "partnerSize");
  if (filter.openOn) add("sale", t("filter.openOn", { day: day(filter.openOn) }), "openOn");
  if (filter.endsThrough) add("protection", t("filter.endsThrough", { day: day(filter.endsThrough) }), "endsThrough");
  for (const name of ids) if (filter[name]) add(name, t("filter.one"), name);
  return words;
}
