import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import type { ListSort } from "@/kernel/list";
import type { Money } from "@/kernel/money";
import { toPlainDate } from "@/server/clocks";
import { moneyFrom } from "@/server/columns";
import { Prisma, type Tx } from "@/server/db";
import { abilities, type DealAbilities } from "../access";
import { type DealStage, type DealStatus, dealStages, dealStatuses } from "../domain/deal";
import type { DealFilter, DealSort } from "../domain/list-filter";
import { lastDay } from "../domain/protection";

/** One line of any list of deals. */
export type DealRow = {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly customer: string;
  readonly partnerId: string;
  readonly partner: string;
  readonly productLine: string | null;
  readonly amount: Money | null;
  readonly wonAmount: Money | null;
  readonly reportingAmount: number | null;
  readonly status: DealStatus;
  readonly stage: DealStage;
  /** Came with an import, so that nobody has registered it. */
  readonly imported: boolean;
  readonly owner: string;
  readonly reviewer: string | null;
  readonly reviewReason: string | null;
  /** What the partner was asked, while the answer is missing. */
  readonly question: string | null;
  readonly submittedAt: Date | null;
  readonly dueAt: Date | null;
  readonly protectedThrough: PlainDate | null;
  readonly expectedClose: PlainDate | null;
  readonly wonOn: PlainDate | null;
  readonly lostOn: PlainDate | null;
  readonly lostReason: string | null;
  readonly winConfirmed: boolean;
  readonly decisionMinutes: number | null;
  readonly createdAt: Date;
  readonly can: DealAbilities;
};

export const dealRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  customer_name: z.string(),
  partner_id: z.string(),
  partner_name: z.string(),
  product_line: z.string().nullable(),
  amount: z.bigint().nullable(),
  currency: z.string().nullable(),
  won_amount: z.bigint().nullable(),
  won_currency: z.string().nullable(),
  reporting_amount: z.bigint().nullable(),
  status: z.enum(dealStatuses),
  stage: z.enum(dealStages),
  origin: z.string(),
  owner_id: z.string(),
  owner_name: z.string(),
  created_by_id: z.string(),
  reviewer_id: z.string().nullable(),
  reviewer_role: z.string().nullable(),
  reviewer_name: z.string().nullable(),
  review_reason: z.string().nullable(),
  question: z.string().nullable(),
  submitted_at: z.date().nullable(),
  due_at: z.date().nullable(),
  protected_until: z.date().nullable(),
  expected_close: z.date().nullable(),
  won_on: z.date().nullable(),
  lost_on: z.date().nullable(),
  lost_reason: z.string().nullable(),
  win_reported_at: z.date().nullable(),
  win_reported_by_id: z.string().nullable(),
  win_confirmed_at: z.date().nullable(),
  decision_minutes: z.number().nullable(),
  created_at: z.date(),
});
type Row = z.infer<typeof dealRowSchema>;

const columns = Prisma.sql`d.id, d.version, d.number, d.customer_name, d.partner_id, p.trading_name as partner_name, l.name as product_line,
  d.amount, d.currency, d.won_amount, d.won_currency, coalesce(d.won_reporting_amount, d.reporting_amount) as reporting_amount, d.status, d.stage, d.origin, d.owner_id, o.name as owner_name,
  d.created_by_id, d.reviewer_id, d.reviewer_role, r.name as reviewer_name, d.review_reason, d.question, d.submitted_at, d.due_at, d.protected_until,
  d.expected_close, d.won_on, d.lost_on, d.lost_reason, d.win_reported_at, d.win_reported_by_id, d.win_confirmed_at, d.decision_minutes, d.created_at`;

// A partner is looked up for each row that is shown: a plain join is planned to read all partners for one page.
const joined = Prisma.sql`cross join lateral (select * from partner where id = d.partner_id offset 0) p left join person o on o.id = d.owner_id
  left join product_line l on l.id = d.product_line_id left join person r on r.id = d.reviewer_id`;

function toRow(row: Row, actor: PersonActor): DealRow {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    customer: row.customer_name,
    partnerId: row.partner_id,
    partner: row.partner_name,
    productLine: row.product_line,
    amount: moneyFrom(row.amount, row.currency),
    wonAmount: moneyFrom(row.won_amount, row.won_currency),
    reportingAmount: row.reporting_amount === null ? null : Number(row.reporting_amount),
    status: row.status,
    stage: row.stage,
    imported: row.origin === "import",
    owner: row.owner_name ?? "",
    reviewer: row.reviewer_name,
    reviewReason: row.review_reason,
    question: row.question,
    submittedAt: row.submitted_at,
    dueAt: row.due_at,
    protectedThrough: row.protected_until && lastDay({ until: toPlainDate(row.protected_until) }),
    expectedClose: row.expected_close && toPlainDate(row.expected_close),
    wonOn: row.won_on && toPlainDate(row.won_on),
    lostOn: row.lost_on && toPlainDate(row.lost_on),
    lostReason: row.lost_reason,
    winConfirmed: row.win_confirmed_at !== null,
    decisionMinutes: row.decision_minutes,
    createdAt: row.created_at,
    can: abilities(actor, {
      status: row.status,
      stage: row.stage,
      ownerId: row.owner_id,
      createdById: row.created_by_id,
      reviewerId: row.reviewer_id,
      reviewerRole: row.reviewer_role,
      winReportedAt: row.win_reported_at,
      winReportedById: row.win_reported_by_id,
      winConfirmedAt: row.win_confirmed_at,
    }),
  };
}

/** How a deal stood at the end of a day in the vendor's zone, where it was open then. */
const openOn = (day: PlainDate) => Prisma.sql`from deal_history h
  cross join (select (${day}::date + 1)::timestamp at time zone i.zone as at from installation i) day_end
  where h.deal_id = d.id and h.valid_from < day_end.at and (h.valid_to is null or h.valid_to >= day_end.at)
    and h.status in ('approved', 'expired') and h.stage not in ('won', 'lost')`;

/** What a deal counts in a list, in minor units of the reporting currency: won amounts where won, estimates elsewhere; as of a day the estimate of that day. */
export function amountIn({ openOn: day }: DealFilter): Prisma.Sql {
  return day
    ? Prisma.sql`(select h.reporting_amount ${openOn(day)})`
    : Prisma.sql`coalesce(d.won_reporting_amount, d.reporting_amount)`;
}

/** How large each partner is, as `partnerSizes` says it. */
export const partnerSizeOf = Prisma.sql`select partner_id,
  case when count(*) <= 2 then 'small' when count(*) <= 4 then 'medium' else 'large' end as size
  from person where partner_id is not null group by partner_id`;

/** A filter, or the deals or customers somebody has at hand already. */
type Wanted = DealFilter & { readonly ids?: readonly string[]; readonly accountIds?: readonly string[] };

/** The condition of a filter over the alias `d`; row-level security adds who may see what. */
export function conditionOf(filter: Wanted): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  if (filter.ids) parts.push(Prisma.sql`d.id = any (${[...filter.ids]}::uuid[])`);
  if (filter.accountIds) parts.push(Prisma.sql`d.account_id = any (${[...filter.accountIds]}::uuid[])`);
  if (filter.statuses) parts.push(Prisma.sql`d.status = any (${[...filter.statuses]})`);
  if (filter.stages) parts.push(Prisma.sql`d.stage = any (${[...filter.stages]})`);
  if (filter.open) parts.push(Prisma.sql`d.status in ('approved', 'expired') and d.stage not in ('won', 'lost')`);
  if (filter.closed) parts.push(Prisma.sql`(d.stage = 'lost' or d.win_confirmed_at is not null)`);
  if (filter.decided) parts.push(Prisma.sql`d.decided_at is not null`);
  if (filter.byPerson) parts.push(Prisma.sql`d.decided_at is not null and d.reviewer_id is not null`);
  if (filter.partnerId) parts.push(Prisma.sql`d.partner_id = ${filter.partnerId}::uuid`);
  if (filter.accountId) parts.push(Prisma.sql`d.account_id = ${filter.accountId}::uuid`);
  if (filter.reviewers) parts.push(Prisma.sql`d.reviewer_id = any(${[...filter.reviewers]}::uuid[])`);
  if (filter.reviewerId) parts.push(Prisma.sql`d.reviewer_id = ${filter.reviewerId}::uuid`);
  if (filter.ownerId) parts.push(Prisma.sql`d.owner_id = ${filter.ownerId}::uuid`);
  if (filter.origin) parts.push(Prisma.sql`d.origin = ${filter.origin}`);
  if (filter.win === "confirmed") parts.push(Prisma.sql`d.win_confirmed_at is not null`);
  if (filter.win === "reported") parts.push(Prisma.sql`d.win_reported_at is not null and d.win_confirmed_at is null`);
  if (filter.wonFrom) parts.push(Prisma.sql`d.won_on >= ${filter.wonFrom}::date`);
  if (filter.wonUntil) parts.push(Prisma.sql`d.won_on < ${filter.wonUntil}::date`);
  if (filter.closedFrom) parts.push(Prisma.sql`coalesce(d.won_on, d.lost_on) >= ${filter.closedFrom}::date`);
  if (filter.closedUntil) parts.push(Prisma.sql`coalesce(d.won_on, d.lost_on) < ${filter.closedUntil}::date`);
  if (filter.decidedFrom) parts.push(Prisma.sql`d.decided_at >= ${filter.decidedFrom}::date`);
  if (filter.decidedUntil) parts.push(Prisma.sql`d.decided_at < ${filter.decidedUntil}::date`);
  if (filter.openOn) parts.push(Prisma.sql`exists (select 1 ${openOn(filter.openOn)})`);
  if (filter.regionId)
    parts.push(Prisma.sql`d.partner_id in (select id from partner where region_id = ${filter.regionId}::uuid)`);
  if (filter.tier) parts.push(Prisma.sql`d.partner_id in (select id from partner where tier = ${filter.tier})`);
  if (filter.partnerSize)
    parts.push(
      Prisma.sql`d.partner_id in (select s.partner_id from (${partnerSizeOf}) s where s.size = ${filter.partnerSize})`,
    );
  if (filter.dueBefore) parts.push(Prisma.sql`d.due_at < ${filter.dueBefore}`);
  if (filter.endsThrough)
    parts.push(Prisma.sql`d.status = 'approved' and d.stage not in ('won', 'lost')
      and d.protected_until <= ${filter.endsThrough}::date + 1`);
  if (filter.search) {
    const pattern = `%${filter.search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    parts.push(Prisma.sql`(d.customer_name ilike ${pattern} or d.number ilike ${pattern})`);
  }
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, " and ");
}

type Type = { readonly sql: Prisma.Sql; readonly form: RegExp };
type Key = { readonly ascending: Prisma.Sql; readonly descending: Prisma.Sql; readonly type: Type };

const text: Type = { sql: Prisma.sql`text`, form: /^/ };
const amount: Type = { sql: Prisma.sql`bigint`, form: /^-?\d{1,18}$/ };
const day: Type = { sql: Prisma.sql`date`, form: /^(-?infinity|\d{4}-\d\d-\d\d)$/ };
const moment: Type = {
  sql: Prisma.sql`timestamptz`,
  form: /^(-?infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-][\d:]+)$/,
};
const always = (key: Prisma.Sql, type: Type): Key => ({ ascending: key, descending: key, type });
// What has no date stands last in both directions, and every key has a value to page by.
const dated = (column: Prisma.Sql, type: Type): Key => ({
  ascending: Prisma.sql`coalesce(${column}, 'infinity')`,
  descending: Prisma.sql`coalesce(${column}, '-infinity')`,
  type,
});

// Each has an index.
const keys: Record<DealSort, Key> = {
  created: always(Prisma.sql`d.created_at`, moment),
  customer: always(Prisma.sql`d.customer_name collate "unicode"`, text),
  amount: always(Prisma.sql`coalesce(d.won_reporting_amount, d.reporting_amount, -1)`, amount),
  due: dated(Prisma.sql`d.due_at`, moment),
  close: dated(Prisma.sql`d.expected_close`, day),
  protected: dated(Prisma.sql`d.protected_until`, day),
};

export const pageSize = 50;

export type DealPage = { readonly rows: readonly DealRow[]; readonly next: string | null };

/** A page of deals, with the names around them joined to its rows only, after a cursor; the cursor is the sort key and id of the last row, so any page costs the same. */
export async function listDeals(
  tx: Tx,
  actor: PersonActor,
  {
    filter,
    sort = { by: "created", descending: true },
    after,
    size = pageSize,
  }: { filter: Wanted; sort?: ListSort<DealSort>; after?: string | undefined; size?: number },
): Promise<DealPage> {
  const { [sort.descending ? "descending" : "ascending"]: key, type } = keys[sort.by];
  const direction = sort.descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  const before = sort.descending ? Prisma.sql`<` : Prisma.sql`>`;
  const cursor = cursorFrom(after, type.form);
  const beyond = cursor
    ? Prisma.sql`and (${key}, d.id) ${before} (${cursor.key}::${type.sql}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<(Row & { cursor_key: string })[]>`
    with d as materialized (
      select d.*, (${key})::text as cursor_key from deal d
      where ${conditionOf(filter)} ${beyond} order by ${key} ${direction}, d.id ${direction} limit ${size + 1})
    select ${columns}, d.cursor_key from d ${joined} order by ${key} ${direction}, d.id ${direction}`;
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => toRow(row, actor)),
    next: rows.length > size && last ? `${last.id}~${last.cursor_key}` : null,
  };
}

const cursorSchema = z.tuple([z.uuid(), z.string().max(300)]);

/** Where a page begins: after the row with this id and key. The key comes last, as it may hold anything. */
function cursorFrom(after: string | undefined, form: RegExp): { id: string; key: string } | null {
  const at = after?.indexOf("~") ?? -1;
  const parsed = cursorSchema.safeParse([after?.slice(0, at), after?.slice(at + 1)]);
  return at > 0 && parsed.success && form.test(parsed.data[1]) ? { id: parsed.data[0], key: parsed.data[1] } : null;
}

/** How many deals are counted one by one; of more it is only said that there are more. */
export const countedExactly = 10_000;

export type DealTotals = {
  readonly count: number;
  /** There are more than were counted, and their sum is not known. */
  readonly more: boolean;
  readonly reportingAmount: number;
};

export const dealTotalsRowSchema = z.object({ count: z.number(), amount: z.bigint().nullable() });

/**
 * How many deals a filter shows and their sum in the reporting currency: won amounts where won, estimates elsewhere. Counting all of
 * a large program would cost more with every deal, so it ends somewhere.
 */
export async function totalDeals(tx: Tx, filter: DealFilter): Promise<DealTotals> {
  const rows = await tx.$queryRaw<z.infer<typeof dealTotalsRowSchema>[]>`
    select count(*)::int as count, sum(${amountIn(filter)})::bigint as amount
    from (select * from deal d where ${conditionOf(filter)} limit ${countedExactly + 1}) d`;
  const counted = rows[0]?.count ?? 0;
  const more = counted > countedExactly;
  return { count: more ? countedExactly : counted, more, reportingAmount: Number(rows[0]?.amount ?? 0) };
}
