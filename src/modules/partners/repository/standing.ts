import type { Tx } from "@/server/db";

/** What a rule may ask about a partner. */
export type PartnerStanding = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly tier: string;
  readonly channelManagerId: string | null;
};

/** The standing of a partner the actor can see, or null. */
export function findPartnerStanding(tx: Tx, id: string): Promise<PartnerStanding | null> {
  return tx.partner.findUnique({
    where: { id },
    select: { id: true, name: true, stage: true, tier: true, channelManagerId: true },
  });
}
