import { type BulkCounts, endedOf, reasonOf } from "@/modules/lists/domain/bulk";
import type { BulkResult, BulkRun } from "@/modules/lists/queries/bulk-runs";

type Values = Record<string, string | number>;
type Translator = { (key: string, values?: Values): string; has(key: string): boolean };

/** Where the lists are on whose rows something can be done at once, and where each row is a record. */
const places: Readonly<Record<string, { readonly list: string; readonly record: string }>> = {
  "deals-to-decide": { list: "/channel/decide", record: "/channel/deals" },
  "own-deals": { list: "/portal/deals", record: "/portal/deals" },
};

export const placeOf = (list: string) => places[list] ?? null;

const all = (counts: BulkCounts): number => endedOf(counts) + counts.waiting;

/** What a run is or was about, in one sentence with its counts. */
export function runWords(t: Translator, { list, action, endedAt, counts }: BulkRun): string {
  const key = `${list}.${action}.${endedAt ? "ended" : "going"}`;
  return t.has(key) ? t(key, { done: counts.done, ended: endedOf(counts), count: all(counts) }) : t("unknown");
}

/** Why a row was left as it is; the empty text where it was not. */
export function reasonWords(t: Translator, say: Translator, { state, failure }: BulkResult): string {
  if (state === "failed") return t("failed");
  if (!failure) return "";
  const { key, params } = reasonOf(failure);
  return say.has(key) ? say(key, params) : t("failed");
}
