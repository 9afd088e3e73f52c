import type { Tx } from "@/server/db";
import { inTreeOrder, type Placed } from "../domain/region-tree";
import { allRegions, type RegionRow } from "../repository/structure";

export type ListedRegion = Placed<RegionRow> & { readonly partners: number };

/** The tree of regions with how many partners belong to each. */
export async function listRegions(tx: Tx, locale: string): Promise<ListedRegion[]> {
  const counts = await tx.partner.groupBy({ by: ["regionId"], _count: { _all: true } });
  const partners = new Map(counts.map(({ regionId, _count }) => [regionId, _count._all]));
  return inTreeOrder(await allRegions(tx), locale).map((region) => ({
    ...region,
    partners: partners.get(region.id) ?? 0,
  }));
}

export type ListedProductLine = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
  readonly deals: number;
};

/** All product lines with how many deals have each; those nobody can choose any more come last. */
export async function listProductLines(tx: Tx): Promise<ListedProductLine[]> {
  const rows = await tx.productLine.findMany({
    orderBy: [{ active: "desc" }, { name: "asc" }],
    select: { id: true, code: true, name: true, active: true, version: true, _count: { select: { deals: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, deals: _count.deals }));
}

export type ListedTerritory = {
  readonly id: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly version: number;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
};

/** The territories of the program with the partners each is granted to. */
export async function listTerritories(tx: Tx): Promise<ListedTerritory[]> {
  const rows = await tx.territory.findMany({
    where: { retiredAt: null },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      countries: true,
      version: true,
      grants: {
        where: { endedAt: null },
        orderBy: { partner: { tradingName: "asc" } },
        select: { partner: { select: { id: true, tradingName: true } } },
      },
    },
  });
  return rows.map(({ grants, ...row }) => ({
    ...row,
    partners: grants.map(({ partner }) => ({ id: partner.id, name: partner.tradingName })),
  }));
}

const mostChoices = 2000;

/** The partners a territory can be granted to. */
export async function partnerChoices(tx: Tx): Promise<{ id: string; name: string }[]> {
  const rows = await tx.partner.findMany({
    where: { stage: { notIn: ["former", "declined"] } },
    orderBy: [{ tradingName: "asc" }, { id: "asc" }],
    take: mostChoices,
    select: { id: true, tradingName: true },
  });
  return rows.map(({ id, tradingName }) => ({ id, name: tradingName }));
}
