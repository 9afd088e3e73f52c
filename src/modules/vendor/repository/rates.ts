import type { Tx } from "@/server/db";
import type { PublishedRate } from "../domain/published-rates";

export type RateComparison = { readonly fresh: number; readonly changed: number; readonly same: number };

const columnsOf = (rates: readonly PublishedRate[]) => ({
  currencies: rates.map(({ currency }) => currency),
  days: rates.map(({ day }) => day),
  values: rates.map(({ perEuro }) => perEuro),
});

/** How many of these rates are new, known with another figure, or known as they are. */
export async function compareRates(tx: Tx, rates: readonly PublishedRate[]): Promise<RateComparison> {
  const { currencies, days, values } = columnsOf(rates);
  const [row] = await tx.$queryRaw<RateComparison[]>`
    select count(*) filter (where e.day is null)::int as fresh,
      count(*) filter (where e.per_euro <> r.per_euro)::int as changed, count(*) filter (where e.per_euro = r.per_euro)::int as same
    from unnest(${currencies}::text[], ${days}::date[], ${values}::numeric[]) r (currency, day, per_euro)
    left join exchange_rate e on e.currency = r.currency and e.day = r.day`;
  return row ?? { fresh: 0, changed: 0, same: 0 };
}

/** Keeps rates of a source; a figure the source has changed replaces the earlier one. Amounts that were converted stay as they are. */
export async function saveRates(tx: Tx, rates: readonly PublishedRate[], source: string, now: Date): Promise<number> {
  const { currencies, days, values } = columnsOf(rates);
  return tx.$executeRaw`
    insert into exchange_rate (currency, day, per_euro, source, recorded_at)
    select distinct on (r.currency, r.day) r.currency, r.day, r.per_euro, ${source}, ${now}::timestamptz
    from unnest(${currencies}::text[], ${days}::date[], ${values}::numeric[]) r (currency, day, per_euro)
    on conflict (currency, day) do update set per_euro = excluded.per_euro, source = excluded.source, recorded_at = excluded.recorded_at
    where exchange_rate.per_euro <> excluded.per_euro`;
}

export async function setDaily(tx: Tx, daily: boolean): Promise<void> {
  await tx.rateFeed.upsert({ where: { id: 1 }, create: { id: 1, daily }, update: { daily }, select: { id: true } });
}

/** Claims the next try of the daily fetch: true for one worker, where the last one was before `before`. */
export async function claimFetch(tx: Tx, now: Date, before: Date): Promise<boolean> {
  const { count } = await tx.rateFeed.updateMany({
    where: { id: 1, daily: true, OR: [{ triedAt: null }, { triedAt: { lt: before } }] },
    data: { triedAt: now },
  });
  return count === 1;
}

/** How the last fetch went: null where it brought rates. */
export async function settleFetch(tx: Tx, now: Date, error: string | null): Promise<void> {
  await tx.rateFeed.updateMany({ where: { id: 1 }, data: error ? { error } : { error: null, readAt: now } });
}
