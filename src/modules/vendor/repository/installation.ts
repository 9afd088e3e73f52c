import type { Tx } from "@/server/db";

type Changes = {
  readonly vendorName?: string;
  readonly locale?: string;
  readonly zone?: string;
  readonly accent?: string | null;
  readonly reportingCurrency?: string;
  readonly fiscalStartMonth?: number;
};

/** Saves what changed where nobody else has saved since `version`; false where somebody has. */
export async function saveInstallation(tx: Tx, version: number, changes: Changes): Promise<boolean> {
  const { count } = await tx.installation.updateMany({
    where: { id: 1, version },
    data: { ...changes, version: { increment: 1 } },
  });
  return count === 1;
}

export type Logo = {
  readonly image: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly digest: string;
};

/** Puts a logo in the place of an earlier one. */
export async function saveLogoImage(tx: Tx, logo: Logo, now: Date): Promise<void> {
  const row = { ...logo, removedAt: null, updatedAt: now };
  await tx.vendorLogo.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row, select: { id: true } });
}

/** Takes the logo away that the caller has seen; false where it is another one by now. */
export async function removeLogoImage(tx: Tx, digest: string, now: Date): Promise<boolean> {
  const { count } = await tx.vendorLogo.updateMany({
    where: { id: 1, digest, removedAt: null },
    data: { removedAt: now, updatedAt: now },
  });
  return count === 1;
}

/** How many registrations and sales carry an amount in the reporting currency. */
export function countConverted(tx: Tx): Promise<number> {
  return tx.deal.count({ where: { reportingAmount: { not: null } } });
}
