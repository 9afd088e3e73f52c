import { z } from "zod";
import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";

export const currencyRowSchema = z.strictObject({
  currency: z.string(),
  per_euro: z.string(),
  day: z.date(),
  source: z.string(),
  since: z.date(),
  days: z.number(),
  gaps: z.number(),
  longest_gap: z.number(),
});

export type ListedCurrency = {
  readonly currency: string;
  readonly perEuro: string;
  readonly day: PlainDate;
  readonly source: string;
  readonly since: PlainDate;
  readonly days: number;
  /** Stretches of more than five days without a rate; weekends and holidays are shorter. */
  readonly gaps: number;
  readonly longestGap: number;
};

/** Each currency with its newest rate, where it comes from and what is missing between its days. */
export async function listCurrencies(tx: Tx): Promise<ListedCurrency[]> {
  const rows = await tx.$queryRaw<z.infer<typeof currencyRowSchema>[]>`
    select currency::text, (array_agg(per_euro order by day desc))[1]::text as per_euro, max(day) as day,
      (array_agg(source order by day desc))[1] as source, min(day) as since, count(*)::int as days,
      count(*) filter (where pause > 5)::int as gaps, coalesce(max(pause) filter (where pause > 5), 0)::int as longest_gap
    from (select *, day - lag(day) over (partition by currency order by day) as pause from exchange_rate) r
    group by currency order by currency`;
  return rows.map((row) => ({
    currency: row.currency,
    perEuro: row.per_euro.replace(/\.?0+$/, ""),
    day: toPlainDate(row.day),
    source: row.source,
    since: toPlainDate(row.since),
    days: row.days,
    gaps: row.gaps,
    longestGap: row.longest_gap,
  }));
}

export type RateFeed = {
  readonly daily: boolean;
  readonly triedAt: Date | null;
  readonly readAt: Date | null;
  readonly error: string | null;
};

/** Whether rates are fetched by themselves, and how that went. */
export async function rateFeed(tx: Tx): Promise<RateFeed> {
  const row = await tx.rateFeed.findUnique({ where: { id: 1 }, omit: { id: true } });
  return row ?? { daily: false, triedAt: null, readAt: null, error: null };
}

/** Currencies that amounts of open registrations are in and no rate is known of: figures leave them out. */
export async function currenciesWithoutRate(tx: Tx, reporting: string): Promise<string[]> {
  const used = await tx.deal.findMany({
    where: { currency: { not: null }, reportingAmount: null, status: { not: "draft" } },
    distinct: ["currency"],
    select: { currency: true },
  });
  const known = await tx.exchangeRate.findMany({ distinct: ["currency"], select: { currency: true } });
  const codes = new Set(["EUR", reporting, ...known.map(({ currency }) => currency)]);
  return used.flatMap(({ currency }) => (currency && !codes.has(currency) ? [currency] : []));
}
