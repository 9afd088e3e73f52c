import { z } from "zod";
import type { PlainDate } from "@/kernel/dates";
import type { ListSort } from "@/kernel/list";
import { toPlainDate } from "@/server/clocks";
import { Prisma, type Tx } from "@/server/db";
import type { PartnerFilter, PartnerSort } from "../domain/list-filter";

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
  readonly signedOn: PlainDate | null;
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
  agreement_date: z.date().nullable(),
  cursor_key: z.string(),
});

const pageSize = 50;
const cursorSchema = z.tuple([z.uuid(), z.string().max(300)]);

export type PartnerPage = { readonly rows: readonly PartnerRow[]; readonly next: string | null };

function conditionOf({ search, tier, type, waiting }: PartnerFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (tier) parts.push(Prisma.sql`p.tier = ${tier}`);
  if (type) parts.push(Prisma.sql`${type} = any (p.types)`);
  if (waiting)
    parts.push(
      Prisma.sql`p.id in (select w.partner_id from deal w where w.status = 'in_review' and w.due_at is not null)`,
    );
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    parts.push(Prisma.sql`(p.name ilike ${pattern} or p.domain ilike ${pattern})`);
  }
  return Prisma.join(parts, " and ");
}

// Each has an index; what has no date stands last in both directions.
const name = Prisma.sql`p.name collate "unicode"`;
const keys: Record<PartnerSort, { ascending: Prisma.Sql; descending: Prisma.Sql; type: Prisma.Sql; form: RegExp }> = {
  name: { ascending: name, descending: name, type: Prisma.sql`text`, form: /^/ },
  signed: {
    ascending: Prisma.sql`coalesce(p.agreement_date, 'infinity')`,
    descending: Prisma.sql`coalesce(p.agreement_date, '-infinity')`,
    type: Prisma.sql`date`,
    form: /^(-?infinity|\d{4}-\d\d-\d\d)$/,
  },
};

type Wanted = {
  filter?: PartnerFilter;
  sort?: ListSort<PartnerSort> | undefined;
  after?: string | undefined;
  wonSince: string;
  size?: number;
};

/**
 * A page of partners after a cursor. The sums of one page are one read of the deals of these partners; a reader without deals gets
 * zeros, because row-level security shows them none.
 */
export async function listPartners(
  tx: Tx,
  { filter = {}, sort = { by: "name", descending: false }, after, wonSince, size = pageSize }: Wanted,
): Promise<PartnerPage> {
  const { [sort.descending ? "descending" : "ascending"]: key, type, form } = keys[sort.by];
  const direction = sort.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  const before = sort.descending ? Prisma.sql`<` : Prisma.sql`>`;
  const at = after?.indexOf("~") ?? -1;
  const cursor = cursorSchema.safeParse([after?.slice(0, at), after?.slice(at + 1)]);
  const beyond =
    cursor.success && form.test(cursor.data[1])
      ? Prisma.sql`and (${key}, p.id) ${before} (${cursor.data[1]}::${type}, ${cursor.data[0]}::uuid)`
      : Prisma.empty;
  const rows = await tx.$queryRaw<z.infer<typeof partnerRowSchema>[]>`
    select p.id, p.name, p.tier, p.types, p.country, p.agreement_date, r.name as region, m.name as manager, d.open_deals, d.open_amount, d.won_amount, d.waiting, d.last_activity,
      (select max(c.at) from partner_contact c where c.partner_id = p.id) as last_contact,
      (${key})::text as cursor_key
    from partner p join region r on r.id = p.region_id left join person m on m.id = p.channel_manager_id
    cross join lateral (
      select count(*) filter (where status in ('approved', 'expired') and stage not in ('won', 'lost'))::int as open_deals,
        coalesce(sum(reporting_amount) filter (where status in ('approved', 'expired') and stage not in ('won', 'lost')), 0)::bigint as open_amount,
        coalesce(sum(won_reporting_amount) filter (where win_confirmed_at is not null and won_on >= ${wonSince}::date), 0)::bigint as won_amount,
        count(*) filter (where status = 'in_review')::int as waiting, max(updated_at) as last_activity
      from deal where partner_id = p.id
    ) d
    where ${conditionOf(filter)} ${beyond} order by ${key} ${direction}, p.id ${direction} limit ${size + 1}`;
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    rows: shown.map(
      ({
        open_deals,
        open_amount,
        won_amount,
        last_activity,
        last_contact,
        agreement_date,
        cursor_key: _key,
        ...row
      }) => ({
        ...row,
        openDeals: open_deals,
        openAmount: Number(open_amount),
        wonAmount: Number(won_amount),
        lastActivity: last_activity,
        lastContact: last_contact,
        signedOn: agreement_date && toPlainDate(agreement_date),
      }),
    ),
    next: rows.length > size && last ? `${last.id}~${last.cursor_key}` : null,
  };
}

export const partnerCountRowSchema = z.object({ count: z.number() });

/** How many partners a filter shows the reader. */
export async function countPartners(tx: Tx, filter: PartnerFilter = {}): Promise<number> {
  const rows = await tx.$queryRaw<z.infer<typeof partnerCountRowSchema>[]>`
    select count(*)::int as count from partner p where ${conditionOf(filter)}`;
  return rows[0]?.count ?? 0;
}
