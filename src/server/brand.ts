import { cache } from "react";
import { authPool } from "./db";

/** How the product looks: known before anybody has signed in. */
export type Brand = {
  readonly vendorName: string;
  readonly accent: string | null;
  readonly logo: { readonly digest: string; readonly width: number; readonly height: number } | null;
};

type Row = {
  vendor_name: string;
  accent: string | null;
  logo: string | null;
  logo_width: number | null;
  logo_height: number | null;
};

/** The vendor's name, accent and logo; null in an installation that is not set up. Read once per request. */
export const brand = cache(async (): Promise<Brand | null> => {
  const { rows } = await authPool().query<Row>("select * from identity.brand()");
  const [row] = rows;
  if (!row) return null;
  const logo = row.logo ? { digest: row.logo, width: row.logo_width ?? 0, height: row.logo_height ?? 0 } : null;
  return { vendorName: row.vendor_name, accent: row.accent, logo };
});

/** The logo itself, drawn by us; null where there is none of that digest. */
export async function logoImage(digest: string): Promise<Buffer | null> {
  const { rows } = await authPool().query<{ image: Buffer; digest: string }>("select * from identity.logo()");
  return rows[0]?.digest === digest ? rows[0].image : null;
}
