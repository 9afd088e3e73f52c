import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { countriesOf, heldTerritories } from "../repository";

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
  /** The main one first. */
  readonly locations: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly city: string;
    readonly country: string;
    readonly taxId: string | null;
    readonly isMain: boolean;
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
      territories: heldTerritories,
      agreementDate: true,
      region: { select: { name: true } },
      channelManager: { select: { name: true, email: true } },
      locations: {
        orderBy: [{ isMain: "desc" }, { name: "asc" }],
        select: { id: true, name: true, address: true, city: true, country: true, taxId: true, isMain: true },
      },
    },
  });
  if (!row) return null;
  const { region, channelManager, agreementDate, territories, ...rest } = row;
  return {
    ...rest,
    region: region.name,
    territory: countriesOf(territories),
    manager: channelManager,
    agreementDate: agreementDate && toPlainDate(agreementDate),
  };
}
