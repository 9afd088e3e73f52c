import type { Tx } from "@/server/db";

/** How many partners each of some people looks after. */
export async function partnersManagedBy(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.partner.groupBy({
    by: ["channelManagerId"],
    where: { channelManagerId: { in: [...personIds] } },
    _count: true,
  });
  return new Map(
    rows.flatMap(({ channelManagerId, _count }) => (channelManagerId ? [[channelManagerId, _count]] : [])),
  );
}
