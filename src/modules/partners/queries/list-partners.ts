import { z } from "zod";
import { Prisma, type Tx } from "@/server/db";

/** One line of the list of partners; money is minor units of the reporting currency. */
export type PartnerRow = {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly types: readonly string[];
  readonly country: string;
  readonly region: string;
  readonly manager: string | null;
  readonly openDeals: number;
  readonly openAmount: number;
  readonly wonAmount: number;
  readonly waiting: number;
  readonly lastActivity: Date | null;
  readonly lastContact: Date | null;
};

export const partnerRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  tier: z.string(),
  types: z.array(z.string()),
  country: z.string(),
  region: z.string(),
  manager: z.string().nullable(),
  open_deals: z.number(),
  open_amount: z.bigint(),
  won_amount: z.bigint(),
  waiting: z.number(),
  last_activity: z.date().nullable(),
  last_contact: z.date().nullable(),
});

const pageSize = 50;
const cursorSchema = z.tuple([z.string().max(300), z.uuid()]);

export type PartnerPage = { readonly rows: readonly PartnerRow[]; readonly next: string | null };

/**
 * A page of partners by name. The sums of one page are one read of the deals of these partners; a reader without deals gets
 * zeros, because row-level security shows them none.
 */
export async function listPartners(
  tx: Tx,
  { search, after, wonSince }: { search?: string; after?: string; wonSince: string },
): Promise<PartnerPage> {
  const cursor = after ? cursorSchema.safeParse(after.split("~")) : null;
  const beyond = cursor?.success
    ? Prisma.sql`and (p.name, p.id) > (${cursor.data[0]}, ${cursor.data[1]}::uuid)`
    : Prisma.empty;
  const pattern = search ? `%${search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%` : null;
  const match = pattern ? Prisma.sql`and (p.name ilike ${pattern} or p.domain ilike ${pattern})` : Prisma.empty;
  const rows = await tx.$queryRaw<z.infer<typeof partnerRowSchema>[]>`
    select p.id, p.name, p.tier, p.types, p.country, r.name as region, m.name as manager, d.open_deals, d.open_amount, d.won_amount, d.waiting, d.last_activity,
      (select max(c.at) from partner_contact c where c.partner_id = p.id) as last_contact
    from partner p join region r on r.id = p.region_id left join person m on m.id = p.channel_manager_id
    cross join lateral (
      select count(*) filter (where status in ('approved', 'expired') and stage not in ('won', 'lost'))::int as open_deals,
        coalesce(sum(reporting_amount) filter (where status in ('approved', 'expired') and stage not in ('won', 'lost')), 0)::bigint as open_amount,
        coalesce(sum(won_reporting_amount) filter (where win_confirmed_at is not null and won_on >= ${wonSince}::date), 0)::bigint as won_amount,
        count(*) filter (where status = 'in_review')::int as waiting, max(updated_at) as last_activity
      from deal where partner_id = p.id
    ) d
    where true ${match} ${beyond} order by p.name, p.id limit ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ open_deals, open_amount, won_amount, last_activity, last_contact, ...row }) => ({
      ...row,
      openDeals: open_deals,
      openAmount: Number(open_amount),
      wonAmount: Number(won_amount),
      lastActivity: last_activity,
      lastContact: last_contact,
    })),
    next: rows.length > pageSize && last ? `${last.name}~${last.id}` : null,
  };
}

/** How many partners the reader can see. */
export function countPartners(tx: Tx): Promise<number> {
  return tx.partner.count();
}
