import type { Tx } from "@/server/db";

/** Whether a partner exists for the reader. */
export async function isPartnerKnown(tx: Tx, id: string): Promise<boolean> {
  return (await tx.partner.findUnique({ where: { id }, select: { id: true } })) !== null;
}

/** Whether there is such a territory. */
export async function isRegionKnown(tx: Tx, id: string): Promise<boolean> {
  return (await tx.region.findUnique({ where: { id }, select: { id: true } })) !== null;
}
