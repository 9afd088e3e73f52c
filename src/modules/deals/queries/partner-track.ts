import { z } from "zod";
import type { Tx } from "@/server/db";

/** What a partner has open, and how its registrations were decided so far. Money is minor units of the reporting currency. */
export type PartnerTrack = {
  readonly open: number;
  readonly openAmount: number;
  readonly approved: number;
  readonly decided: number;
};

export const partnerTrackRowSchema = z.object({
  open: z.number(),
  open_amount: z.bigint(),
  approved: z.number(),
  decided: z.number(),
});

/** The track record of a partner, over the deals the reader can see. */
export async function partnerTrack(tx: Tx, partnerId: string): Promise<PartnerTrack> {
  const rows = await tx.$queryRaw<z.infer<typeof partnerTrackRowSchema>[]>`
    select count(*) filter (where status in ('approved', 'expired') and stage not in ('won', 'lost'))::int as open,
      coalesce(sum(reporting_amount) filter (where status in ('approved', 'expired') and stage not in ('won', 'lost')), 0)::bigint as open_amount,
      count(*) filter (where status in ('approved', 'expired', 'released', 'revoked'))::int as approved,
      count(*) filter (where decided_at is not null)::int as decided
    from deal where partner_id = ${partnerId}::uuid`;
  const row = rows[0];
  return {
    open: row?.open ?? 0,
    openAmount: Number(row?.open_amount ?? 0),
    approved: row?.approved ?? 0,
    decided: row?.decided ?? 0,
  };
}
