import type { Tx } from "@/server/db";

/** How many cases wait for the decision of each of some people. */
export async function casesWaitingFor(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const reviewerId = { in: [...personIds] };
  const reviews = await tx.deal.groupBy({
    by: ["reviewerId"],
    where: { status: "in_review", reviewerId },
    _count: true,
  });
  const extensions = await tx.dealExtension.groupBy({
    by: ["reviewerId"],
    where: { outcome: null, reviewerId },
    _count: true,
  });
  const counts = new Map<string, number>();
  for (const { reviewerId: id, _count } of [...reviews, ...extensions])
    if (id) counts.set(id, (counts.get(id) ?? 0) + _count);
  return counts;
}
