/** A column a list can show. The first one names the row and is always there; `usual` ones are there until the reader chooses. */
export type ListColumn<Id extends string = string, Sort extends string = string> = {
  readonly id: Id;
  readonly usual?: boolean;
  /** The order its head offers. */
  readonly sort?: Sort;
  /** The order begins with the largest or latest. */
  readonly largestFirst?: boolean;
};

export type ListSort<Sort extends string = string> = { readonly by: Sort; readonly descending: boolean };

/** What a list can show and how it can be sorted: one declaration for its page, its address, its views and its export. */
export type ListDeclaration<Id extends string = string, Sort extends string = string> = {
  readonly id: string;
  readonly columns: readonly ListColumn<Id, Sort>[];
  /** The order nobody has to choose. */
  readonly sort: ListSort<Sort>;
};

/** What a reader chose of it; what is not chosen is as usual. */
export type ListLook<Id extends string = string, Sort extends string = string> = {
  readonly columns?: readonly Id[];
  readonly sort?: ListSort<Sort>;
};

/** Some of the columns of a list by their ids, in the order of the list and with the one that names the row; null for no choice. */
export function chosenColumns<Id extends string>(
  { columns: [main, ...rest] }: ListDeclaration<Id>,
  ids: readonly string[],
): Id[] | null {
  const chosen = rest.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  return main && chosen.length > 0 ? [main.id, ...chosen] : null;
}

/** The columns a reader sees. */
export function shownColumns<Id extends string, Sort extends string>(
  list: ListDeclaration<Id, Sort>,
  { columns }: ListLook<Id, Sort>,
): readonly ListColumn<Id, Sort>[] {
  return list.columns.filter(({ id, usual }, at) => at === 0 || (columns ? columns.includes(id) : usual));
}

/** Reads what was chosen from the query of an address. What the list does not offer is left out. */
export function lookFrom<Id extends string, Sort extends string>(
  list: ListDeclaration<Id, Sort>,
  search: Readonly<Record<string, string | undefined>>,
): ListLook<Id, Sort> {
  const columns = chosenColumns(list, (search.columns ?? "").split(","));
  const descending = search.sort?.startsWith("-") ?? false;
  const asked = descending ? search.sort?.slice(1) : search.sort;
  const by = list.columns.find(({ sort }) => sort !== undefined && sort === asked)?.sort;
  return { ...(columns && { columns }), ...(by && { sort: { by, descending } }) };
}

/** The address of a list with a filter, written as a query, and what was chosen. */
export function listAddress<Id extends string, Sort extends string>(
  list: ListDeclaration<Id, Sort>,
  query: string,
  { columns, sort }: ListLook<Id, Sort>,
): string {
  const main = list.columns[0]?.id;
  const isUsual = sort && sort.by === list.sort.by && sort.descending === list.sort.descending;
  const parts = [
    query.replace(/^\?/, ""),
    sort && !isUsual ? `sort=${sort.descending ? "-" : ""}${sort.by}` : "",
    columns ? `columns=${columns.filter((id) => id !== main).join(",")}` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** The order after a press on the head of a column: its own, then the other way round, then as usual again. */
export function nextSort<Sort extends string>(
  { sort: by, largestFirst = false }: ListColumn<string, Sort>,
  current: ListSort<Sort>,
): ListSort<Sort> | undefined {
  if (!by) return undefined;
  if (current.by !== by) return { by, descending: largestFirst };
  return current.descending === largestFirst ? { by, descending: !largestFirst } : undefined;
}

/** Text that a spreadsheet would run is marked as text; a number stays a number, also below zero. */
export function safeCell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  return !isNumber && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
