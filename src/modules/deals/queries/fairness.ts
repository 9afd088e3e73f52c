import { z } from "zod";
import { Prisma, type Tx } from "@/server/db";
import type { DecidedGroup, FairnessDimension } from "../domain/fairness";
import { amountSteps, type DecidedCase } from "../domain/like-cases";
import type { DealFilter } from "../domain/list-filter";
import { registrationPolicyKind } from "../facts";
import type { MetricPeriod } from "../metrics";
import { conditionOf, partnerSizeOf } from "./list-deals";

/** Registrations people decided in a period; a rule decides all alike. */
export function decidedByPeople({ from, until }: MetricPeriod): DealFilter {
  return { byPerson: true, decidedFrom: from, decidedUntil: until };
}

/** The registrations of one group of a comparison. */
export function groupFilter(period: MetricPeriod, by: FairnessDimension, key: string): DealFilter {
  const names = { region: "regionId", tier: "tier", size: "partnerSize", reviewer: "reviewerId" } as const;
  return { ...decidedByPeople(period), [names[by]]: key };
}

const keys: Record<FairnessDimension, { key: Prisma.Sql; name: Prisma.Sql; joined: Prisma.Sql }> = {
  region: {
    key: Prisma.sql`r.id::text`,
    name: Prisma.sql`r.name`,
    joined: Prisma.sql`join partner p on p.id = d.partner_id join region r on r.id = p.region_id`,
  },
  tier: {
    key: Prisma.sql`p.tier`,
    name: Prisma.sql`p.tier`,
    joined: Prisma.sql`join partner p on p.id = d.partner_id`,
  },
  size: {
    key: Prisma.sql`s.size`,
    name: Prisma.sql`s.size`,
    joined: Prisma.sql`join (${partnerSizeOf}) s on s.partner_id = d.partner_id`,
  },
  reviewer: {
    key: Prisma.sql`w.id::text`,
    name: Prisma.sql`w.name`,
    joined: Prisma.sql`join person w on w.id = d.reviewer_id`,
  },
};

export const decidedGroupRowSchema = z.object({
  key: z.string().nullable(),
  name: z.string().nullable(),
  count: z.number(),
  approved: z.number(),
  median: z.number().nullable(),
});

export type Comparison = {
  readonly groups: readonly DecidedGroup[];
  readonly all: Omit<DecidedGroup, "key" | "name">;
};

/** What people decided in a period, together and by group. What became of an approval later does not undo it. */
export async function compareDecisions(tx: Tx, period: MetricPeriod, by: FairnessDimension): Promise<Comparison> {
  const { key, name, joined } = keys[by];
  const rows = await tx.$queryRaw<z.infer<typeof decidedGroupRowSchema>[]>`
    select ${key} as key, min(${name}) as name, count(*)::int as count,
      count(*) filter (where d.status <> 'rejected')::int as approved,
      percentile_cont(0.5) within group (order by d.decision_minutes) as median
    from deal d ${joined} where ${conditionOf(decidedByPeople(period))} group by grouping sets ((1), ())`;
  const figures = ({ count, approved, median }: (typeof rows)[number]) => ({
    count,
    approved,
    medianMinutes: median ?? 0,
  });
  const all = rows.find((row) => row.key === null);
  return {
    groups: rows.flatMap((row) =>
      row.key === null ? [] : [{ ...figures(row), key: row.key, name: row.name ?? row.key }],
    ),
    all: all ? figures(all) : { count: 0, approved: 0, medianMinutes: 0 },
  };
}

export const decidedCaseRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  customer_name: z.string(),
  partner: z.string(),
  region: z.string(),
  reviewer_id: z.string(),
  reviewer: z.string(),
  outcome: z.enum(["approved", "rejected"]),
  reason_code: z.string(),
  decided_at: z.date(),
  policy_version_id: z.string(),
  deal_type: z.string(),
  product_line: z.string(),
  amount_band: z.number(),
  tier: z.string(),
  in_territory: z.boolean(),
  conflicts: z.array(z.string()),
});

/** More cases are not looked through at once; the newest are. */
const mostCases = 2000;

/** The cases people decided in a period of which at least one like it was decided the other way, with the facts as they stood. */
export async function casesDecidedDifferently(
  tx: Tx,
  period: MetricPeriod,
  minorUnits: number,
): Promise<DecidedCase[]> {
  const steps = amountSteps.map((step) => step * minorUnits);
  const rows = await tx.$queryRaw<z.infer<typeof decidedCaseRowSchema>[]>`
    with decided as (
      select d.id, d.number, d.customer_name, d.partner_id, c.decider_id as reviewer_id, c.decider_name as reviewer, c.outcome,
        c.reason_code, c.decided_at, c.policy_version_id, d.deal_type, l.name as product_line,
        width_bucket(d.reporting_amount, ${steps}::bigint[]) as amount_band, b.facts->>'partner.tier' as tier,
        coalesce((b.facts->>'customer.in_territory')::boolean, false) as in_territory,
        array(select distinct x.class from deal_conflict x where x.deal_id = d.id order by 1) as conflicts
      from deal d join product_line l on l.id = d.product_line_id
      join lateral (
        select * from decision where subject_id = d.id and kind = ${registrationPolicyKind} and decider_kind = 'person'
          and outcome in ('approved', 'rejected') order by decided_at desc, id desc limit 1) c on true
      join decision_basis b on b.decision_id = c.id
      where ${conditionOf(decidedByPeople(period))} and d.reporting_amount is not null),
    compared as (
      select *, count(*) filter (where outcome = 'approved') over alike as yes,
        count(*) filter (where outcome = 'rejected') over alike as no
      from decided window alike as (
        partition by policy_version_id, deal_type, product_line, amount_band, tier, in_territory, conflicts))
    select m.id, m.number, m.customer_name, p.trading_name as partner, r.name as region, m.reviewer_id, m.reviewer, m.outcome,
      m.reason_code, m.decided_at, m.policy_version_id, m.deal_type, m.product_line, m.amount_band, m.tier, m.in_territory,
      m.conflicts
    from compared m join partner p on p.id = m.partner_id join region r on r.id = p.region_id
    where m.yes > 0 and m.no > 0 order by m.decided_at desc, m.id limit ${mostCases}`;
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    customer: row.customer_name,
    partner: row.partner,
    region: row.region,
    reviewerId: row.reviewer_id,
    reviewer: row.reviewer,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    decidedAt: row.decided_at,
    facts: {
      policyVersionId: row.policy_version_id,
      dealType: row.deal_type,
      productLine: row.product_line,
      amountBand: row.amount_band,
      tier: row.tier,
      inTerritory: row.in_territory,
      conflicts: row.conflicts,
    },
  }));
}
