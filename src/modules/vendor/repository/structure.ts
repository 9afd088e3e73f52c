import type { Tx } from "@/server/db";

export type RegionRow = {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly retiredAt: Date | null;
  readonly version: number;
};

/** All regions, also those that are retired. */
export function allRegions(tx: Tx): Promise<RegionRow[]> {
  const select = { id: true, parentId: true, code: true, name: true, retiredAt: true, version: true } as const;
  return tx.region.findMany({ orderBy: { name: "asc" }, select });
}

type RegionContent = { readonly parentId: string | null; readonly code: string; readonly name: string };

/** Adds a region where version 0 says it is new, else saves it over the version that was read. */
export async function saveRegionRow(tx: Tx, id: string, version: number, content: RegionContent): Promise<boolean> {
  const { count } =
    version === 0
      ? await tx.region.createMany({ data: { id, ...content }, skipDuplicates: true })
      : await tx.region.updateMany({ where: { id, version }, data: { ...content, version: { increment: 1 } } });
  return count === 1;
}

export async function setRegionRetired(tx: Tx, id: string, version: number, retiredAt: Date | null): Promise<boolean> {
  const data = { retiredAt, version: { increment: 1 } };
  return (await tx.region.updateMany({ where: { id, version }, data })).count === 1;
}

/** What still belongs to a region itself: partners, people's territories and a calendar of its own. */
export async function regionUse(tx: Tx, regionId: string): Promise<{ partners: number; people: number }> {
  const partners = await tx.partner.count({ where: { regionId } });
  const people = await tx.membership.count({ where: { regionId, endedAt: null } });
  return { partners, people };
}

/** Whether a code or name is taken by another row. */
export async function isRegionCodeTaken(tx: Tx, id: string, code: string): Promise<boolean> {
  const where = { id: { not: id }, code: { equals: code, mode: "insensitive" } } as const;
  return (await tx.region.count({ where })) > 0;
}

export async function isProductCodeTaken(tx: Tx, id: string, code: string): Promise<boolean> {
  const where = { id: { not: id }, code: { equals: code, mode: "insensitive" } } as const;
  return (await tx.productLine.count({ where })) > 0;
}

type ProductContent = { readonly code: string; readonly name: string };

/** Adds a product line where version 0 says it is new, else saves it over the version that was read. */
export async function saveProductRow(tx: Tx, id: string, version: number, content: ProductContent): Promise<boolean> {
  const { count } =
    version === 0
      ? await tx.productLine.createMany({ data: { id, ...content }, skipDuplicates: true })
      : await tx.productLine.updateMany({ where: { id, version }, data: { ...content, version: { increment: 1 } } });
  return count === 1;
}

export async function setProductActive(tx: Tx, id: string, version: number, active: boolean): Promise<boolean> {
  const data = { active, version: { increment: 1 } };
  return (await tx.productLine.updateMany({ where: { id, version }, data })).count === 1;
}

/** The code a rule may name: it stays as it is once a deal was registered with it. */
export async function productLineInUse(tx: Tx, id: string): Promise<{ code: string; deals: number } | null> {
  const found = await tx.productLine.findUnique({ where: { id }, select: { code: true } });
  return found && { code: found.code, deals: await tx.deal.count({ where: { productLineId: id } }) };
}
