import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { countriesOf, heldTerritories } from "../repository";

export type Contact = { readonly name: string; readonly title: string; readonly email: string };

/** The reader's own company, and who looks after it at the vendor. */
export type OwnPartner = {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly types: readonly string[];
  readonly currency: string;
  /** The countries it may register in; none where it may everywhere. */
  readonly territory: readonly string[];
  readonly manager: Contact | null;
  /** Who stands in for the manager on the day, where somebody does. */
  readonly cover: Contact | null;
};

/** The partner a person belongs to, with its channel manager and today's cover. */
export async function ownPartner(tx: Tx, partnerId: string, today: PlainDate): Promise<OwnPartner> {
  const contact = { name: true, title: true, email: true } as const;
  const { channelManagerId, tradingName, channelManager, territories, ...partner } = await tx.partner.findUniqueOrThrow(
    {
      where: { id: partnerId },
      select: {
        id: true,
        tradingName: true,
        tier: true,
        types: true,
        currency: true,
        territories: heldTerritories,
        channelManagerId: true,
        channelManager: { select: contact },
      },
    },
  );
  const day = fromPlainDate(today);
  const cover = channelManagerId
    ? await tx.cover.findFirst({
        where: { personId: channelManagerId, startsOn: { lte: day }, endsOn: { gte: day } },
        select: { cover: { select: contact } },
      })
    : null;
  return {
    ...partner,
    territory: countriesOf(territories),
    name: tradingName,
    manager: channelManager,
    cover: cover?.cover ?? null,
  };
}
