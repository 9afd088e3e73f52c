import { isPlainDate, type PlainDate } from "@/kernel/dates";
import { type DealStage, type DealStatus, dealStages, dealStatuses } from "./deal";

/** What a list of deals shows; it is the state of the address, so that a link shows a colleague the same. */
export type DealFilter = {
  readonly statuses?: readonly DealStatus[];
  readonly stages?: readonly DealStage[];
  readonly partnerId?: string;
  readonly accountId?: string;
  readonly reviewerId?: string;
  /** Waiting for one of these; no address names them, for it is who is asked. */
  readonly reviewers?: readonly string[];
  readonly ownerId?: string;
  readonly search?: string;
  /** Win reported, by whether it is confirmed. */
  readonly win?: "reported" | "confirmed";
  readonly wonFrom?: PlainDate;
  readonly wonUntil?: PlainDate;
  readonly decidedFrom?: PlainDate;
  readonly decidedUntil?: PlainDate;
  readonly decided?: boolean;
  /** Decided by a person; the rules decide the rest at once. */
  readonly byPerson?: boolean;
  /** Closed: lost, or won and confirmed. */
  readonly closed?: boolean;
  readonly closedFrom?: PlainDate;
  readonly closedUntil?: PlainDate;
  /** Only what a metric counts: sourced by a partner, or come with an import, which does not say by whom. */
  readonly origin?: "partner" | "import";
  readonly open?: boolean;
  /** Open at the end of that day, whatever became of it since. */
  readonly openOn?: PlainDate;
  readonly regionId?: string;
  /** Of partners of that tier, or of that size. */
  readonly tier?: string;
  readonly partnerSize?: PartnerSize;
  readonly dueBefore?: Date;
  /** Protected while the sale is open, through that day at most. */
  readonly endsThrough?: PlainDate;
};

/** How large a partner is, by its people in the portal: one or two, three or four, more. */
export const partnerSizes = ["small", "medium", "large"] as const;
export type PartnerSize = (typeof partnerSizes)[number];

export type DealSort = "created" | "customer" | "amount" | "due" | "close" | "protected";

const lists = { statuses: dealStatuses, stages: dealStages } as const;

/** Reads a comma list of known words from an address; unknown words are ignored. */
export function wordsFrom<K extends keyof typeof lists>(
  kind: K,
  text: string | undefined,
): (typeof lists)[K][number][] | undefined {
  if (!text) return undefined;
  const asked = text.split(",");
  const known = lists[kind].filter((word) => asked.includes(word));
  return known.length > 0 ? [...known] : undefined;
}

const days = [
  "wonFrom",
  "wonUntil",
  "decidedFrom",
  "decidedUntil",
  "closedFrom",
  "closedUntil",
  "openOn",
  "endsThrough",
] as const;
const ids = ["partnerId", "accountId", "reviewerId", "ownerId", "regionId"] as const;
const flags = ["open", "closed", "decided", "byPerson"] as const;
const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Writes a filter as the query of an address; `filterFrom` reads it back. */
export function searchFrom(filter: DealFilter): string {
  const search = new URLSearchParams();
  if (filter.statuses) search.set("statuses", filter.statuses.join(","));
  if (filter.stages) search.set("stages", filter.stages.join(","));
  for (const name of [...days, ...ids, "search", "win", "origin", "tier", "partnerSize"] as const) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  for (const name of flags) if (filter[name]) search.set(name, "yes");
  const text = search.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** Reads a filter from the query of an address. What is unknown or malformed is left out, never guessed. */
export function filterFrom(search: Readonly<Record<string, string | undefined>>): DealFilter {
  const filter: { -readonly [K in keyof DealFilter]: DealFilter[K] } = {};
  const statuses = wordsFrom("statuses", search.statuses);
  const stages = wordsFrom("stages", search.stages);
  if (statuses) filter.statuses = statuses;
  if (stages) filter.stages = stages;
  for (const name of days) {
    const value = search[name];
    if (value && isPlainDate(value)) filter[name] = value;
  }
  for (const name of ids) {
    const value = search[name];
    if (value && identifier.test(value)) filter[name] = value;
  }
  const text = search.search?.trim().slice(0, 100);
  if (text) filter.search = text;
  if (search.win === "reported" || search.win === "confirmed") filter.win = search.win;
  if (search.origin === "partner" || search.origin === "import") filter.origin = search.origin;
  if (search.tier && /^[a-z_]{1,40}$/.test(search.tier)) filter.tier = search.tier;
  const size = partnerSizes.find((word) => word === search.partnerSize);
  if (size) filter.partnerSize = size;
  for (const name of flags) if (search[name] === "yes") filter[name] = true;
  return filter;
}
