import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";

export type PartnerRecord = {
  readonly id: string;
  readonly name: string;
  readonly tradingName: string;
  readonly domain: string;
  readonly country: string;
  readonly region: string;
  readonly types: readonly string[];
  readonly stage: string;
  readonly tier: string;
  readonly currency: string;
  readonly territory: readonly string[];
  readonly agreementDate: PlainDate | null;
  readonly manager: { readonly name: string; readonly email: string } | null;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly title: string;
    readonly roles: readonly string[];
  }[];
};

/** A partner as every department sees it; null where the reader may not see it. */
export async function recordPartner(tx: Tx, id: string): Promise<PartnerRecord | null> {
  const row = await tx.partner.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      tradingName: true,
      domain: true,
      country: true,
      types: true,
      stage: true,
      tier: true,
      currency: true,
      territory: true,
      agreementDate: true,
      region: { select: { name: true } },
      channelManager: { select: { name: true, email: true } },
      people: {
        where: { disabledAt: null },
        orderBy: { name: "asc" },
        select: {
          id: true,
          name: true,
          email: true,
          title: true,
          memberships: { where: { endedAt: null }, select: { role: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { region, channelManager, people, agreementDate, ...rest } = row;
  return {
    ...rest,
    region: region.name,
    manager: channelManager,
    agreementDate: agreementDate && toPlainDate(agreementDate),
    people: people.map(({ memberships, ...person }) => ({
      ...person,
      roles: memberships.map((membership) => membership.role),
    })),
  };
}
