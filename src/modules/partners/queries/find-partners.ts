import type { Tx } from "@/server/db";

export type FoundPartner = { readonly id: string; readonly name: string; readonly region: string };

/** Partners whose name or website has the words, as far as the reader sees them. */
export async function findPartners(tx: Tx, words: string, most: number): Promise<FoundPartner[]> {
  const contains = { contains: words, mode: "insensitive" } as const;
  const rows = await tx.partner.findMany({
    where: { OR: [{ name: contains }, { tradingName: contains }, { domain: contains }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, name: true, region: { select: { name: true } } },
  });
  return rows.map(({ region, ...partner }) => ({ ...partner, region: region.name }));
}
