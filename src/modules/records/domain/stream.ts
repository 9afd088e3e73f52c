/** What a timeline can be narrowed to. */
export const streamFilters = ["all", "comments", "decisions", "files", "internal"] as const;
export type StreamFilter = (typeof streamFilters)[number];

/** The filter an address asks for; anything unknown is everything. */
export function streamFilter(asked: string | undefined): StreamFilter {
  return streamFilters.find((filter) => filter === asked) ?? "all";
}

/**
 * Where an entry stands in a timeline. `order` is the number of an event, by which what happened in one moment keeps its order;
 * what is no event has none and comes after those.
 */
export type StreamKey = { readonly at: Date; readonly order: number; readonly id: string };

/** Newest first. */
function compare(left: StreamKey, right: StreamKey): number {
  return right.at.getTime() - left.at.getTime() || right.order - left.order || (left.id > right.id ? -1 : 1);
}

export function keyText({ at, order, id }: StreamKey): string {
  return `${at.toISOString()}~${order}~${id}`;
}

const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,15})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The key in an address; null where there is none that can be read. */
export function keyFrom(text: string | undefined): StreamKey | null {
  const [, at, order, id] = written.exec(text ?? "") ?? [];
  if (!at || !order || !id || Number.isNaN(Date.parse(at))) return null;
  return { at: new Date(at), order: Number(order), id };
}

/** One page of several sources, each newest first and one longer than the page where it goes on. */
export function mergePage<Entry extends StreamKey>(
  sources: readonly (readonly Entry[])[],
  size: number,
): { readonly entries: readonly Entry[]; readonly next: string | null } {
  const all = sources.flat().toSorted(compare);
  const entries = all.slice(0, size);
  const last = entries.at(-1);
  return { entries, next: all.length > size && last ? keyText(last) : null };
}
