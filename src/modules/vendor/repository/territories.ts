import type { Tx } from "@/server/db";

type Content = { readonly name: string; readonly countries: readonly string[] };

/** Adds a territory where version 0 says it is new, else saves it over the version that was read. */
export async function saveTerritoryRow(tx: Tx, id: string, version: number, content: Content): Promise<boolean> {
  const data = { name: content.name, countries: [...content.countries] };
  const { count } =
    version === 0
      ? await tx.territory.createMany({ data: { id, ...data }, skipDuplicates: true })
      : await tx.territory.updateMany({
          where: { id, version, retiredAt: null },
          data: { ...data, version: { increment: 1 } },
        });
  return count === 1;
}

export async function isTerritoryNameTaken(tx: Tx, id: string, name: string): Promise<boolean> {
  const where = { id: { not: id }, retiredAt: null, name: { equals: name, mode: "insensitive" } } as const;
  return (await tx.territory.count({ where })) > 0;
}

export async function retireTerritoryRow(tx: Tx, id: string, version: number, now: Date): Promise<boolean> {
  const data = { retiredAt: now, version: { increment: 1 } };
  const { count } = await tx.territory.updateMany({ where: { id, version, retiredAt: null }, data });
  return count === 1;
}

/** Ends what is not granted any more and grants what is new; what stays keeps its day. */
export async function setGrants(
  tx: Tx,
  territoryId: string,
  partnerIds: readonly string[],
  { now, newId }: { now: Date; newId: () => string },
): Promise<{ granted: number; ended: number }> {
  const wanted = [...new Set(partnerIds)];
  const ended = await tx.territoryGrant.updateMany({
    where: { territoryId, endedAt: null, partnerId: { notIn: wanted } },
    data: { endedAt: now },
  });
  const current = await tx.territoryGrant.findMany({
    where: { territoryId, endedAt: null },
    select: { partnerId: true },
  });
  const has = new Set(current.map(({ partnerId }) => partnerId));
  const fresh = wanted.filter((id) => !has.has(id));
  await tx.territoryGrant.createMany({
    data: fresh.map((partnerId) => ({ id: newId(), territoryId, partnerId, grantedAt: now })),
  });
  return { granted: fresh.length, ended: ended.count };
}

/** How many of these partners exist. */
export function countPartners(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.partner.count({ where: { id: { in: [...ids] } } });
}
