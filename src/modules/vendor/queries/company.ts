import type { Tx } from "@/server/db";
import { countConverted } from "../repository/installation";

export type CompanySettings = {
  readonly vendorName: string;
  readonly locale: string;
  readonly zone: string;
  readonly accent: string | null;
  readonly reportingCurrency: string;
  readonly fiscalStartMonth: number;
  readonly version: number;
  readonly logo: { readonly digest: string; readonly width: number; readonly height: number } | null;
  /** How many registrations carry an amount in the reporting currency. */
  readonly figures: number;
};

/** The vendor as it is set up. */
export async function companySettings(tx: Tx): Promise<CompanySettings> {
  const { demo: _demo, ...row } = await tx.installation.findUniqueOrThrow({
    where: { id: 1 },
    omit: { id: true, createdAt: true },
  });
  const logo = await tx.vendorLogo.findFirst({
    where: { removedAt: null },
    select: { digest: true, width: true, height: true },
  });
  return { ...row, logo, figures: await countConverted(tx) };
}
