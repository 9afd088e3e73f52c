import type { Tx } from "@/server/db";

/** What waits for a decision of somebody: registrations, and protections that somebody wants longer. By the ids of their deals. */
export async function casesOf(tx: Tx, personId: string): Promise<{ reviews: string[]; extensions: string[] }> {
  const reviews = await tx.deal.findMany({
    where: { status: "in_review", reviewerId: personId },
    select: { id: true },
  });
  const extensions = await tx.dealExtension.findMany({
    where: { outcome: null, reviewerId: personId },
    select: { dealId: true },
  });
  return { reviews: reviews.map(({ id }) => id), extensions: extensions.map(({ dealId }) => dealId) };
}

/** Who looks after a partner. */
export async function managerOfPartner(tx: Tx, partnerId: string): Promise<string | null> {
  const partner = await tx.partner.findUnique({ where: { id: partnerId }, select: { channelManagerId: true } });
  return partner?.channelManagerId ?? null;
}
