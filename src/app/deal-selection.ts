import type { PersonActor } from "@/kernel/actor";
import { type DealFilter, filterFrom } from "@/modules/deals/domain/list-filter";
import { reviewersFor } from "@/modules/deals/queries/home";
import { type DealRow, listDeals } from "@/modules/deals/queries/list-deals";
import { mostBulkRows } from "@/modules/lists/domain/bulk";
import type { RouteGiven } from "@/server/route";

/** The queue of somebody who decides, or the whole of it. */
export const queueOf = (actor: PersonActor, all: boolean): DealFilter => ({
  statuses: ["in_review"],
  ...(!all && { reviewers: reviewersFor(actor) }),
});

/** What can be done with a row among many. */
type Chooses = (row: DealRow) => { readonly version: number; readonly can: readonly string[] };

export const decidable: Chooses = ({ version, can }) => ({ version, can: can.decide ? ["approve", "reject"] : [] });
export const withdrawable: Chooses = ({ version, can }) => ({ version, can: can.withdraw ? ["withdraw"] : [] });

/** The name of a deal among others. */
export const dealLabel = ({ customer, number }: DealRow): string => (customer ? `${customer}, ${number}` : number);

/** All rows of a view that can be chosen, as the reader sees them now; how many of it cannot, and whether there are more. */
async function selection({ actor, tx }: Pick<RouteGiven, "actor" | "tx">, filter: DealFilter, chooses: Chooses) {
  const { rows, next } = await listDeals(tx, actor, { filter, size: mostBulkRows });
  const chosen = rows
    .map((row) => ({ id: row.id, label: dealLabel(row), ...chooses(row) }))
    .filter(({ can }) => can.length > 0);
  const answer = { rows: chosen, left: rows.length - chosen.length, more: next !== null };
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}

export function queueSelection(given: RouteGiven): Promise<Response> {
  const all = new URL(given.request.url).searchParams.get("view") === "all";
  return selection(given, queueOf(given.actor, all), decidable);
}

export function ownDealsSelection(given: RouteGiven): Promise<Response> {
  return selection(given, filterFrom(Object.fromEntries(new URL(given.request.url).searchParams)), withdrawable);
}
