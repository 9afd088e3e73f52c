import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";

/** A protection that ends in so many days, or fewer; `until` is the first day that is not protected. */
export type Ending = { readonly dealId: string; readonly until: PlainDate; readonly days: number };

export const warningType = "deal.protectionEnding";

/**
 * Protections of open sales that are close enough to their end for a warning that was not given yet, the next to end first. One
 * that was shorter than the warning from the beginning gets none.
 */
export async function endingSoon(
  tx: Tx,
  warnings: readonly number[],
  { today, zone, most }: { today: PlainDate; zone: string; most: number },
): Promise<Ending[]> {
  const rows = await tx.$queryRaw<{ id: string; until: Date; days: number }[]>`
    select d.id, d.protected_until as until, w.days
    from deal d
    cross join lateral (select min(days) as days from unnest(${[...warnings]}::int[]) days where days >= d.protected_until - ${today}::date) w
    where d.status = 'approved' and d.stage not in ('won', 'lost') and w.days is not null
      and d.protected_until > ${today}::date and d.protected_until <= ${today}::date + ${Math.max(...warnings)}::int
      and (d.decided_at is null or d.protected_until - (d.decided_at at time zone ${zone})::date > w.days)
      and not exists (select from event e where e.subject_id = d.id and e.type = ${warningType}
        and e.data ->> 'until' = d.protected_until::text and (e.data ->> 'days')::int = w.days)
    order by d.protected_until, d.id limit ${most}`;
  return rows.map(({ id, until, days }) => ({ dealId: id, until: toPlainDate(until), days }));
}

/** Whether a warning was given. Holds the deal until the transaction ends, so that two do not give it at once. */
export async function isWarned(tx: Tx, { dealId, until, days }: Ending): Promise<boolean> {
  await tx.$queryRaw<{ id: string }[]>`select id from deal where id = ${dealId}::uuid for update`;
  const given = await tx.event.findMany({
    where: { subjectId: dealId, type: warningType, data: { path: ["until"], equals: until } },
    select: { data: true },
  });
  return given.some(({ data }) => typeof data === "object" && data !== null && "days" in data && data.days === days);
}

/** What somebody else than the partner does that shows a sale is worked on. */
const signs = ["deal.updatedByImport", "deal.extended"];

/** When something was last done with a sale: by the partner, by the system it comes from, or because more time was given. */
export async function lastActivity(tx: Tx, dealId: string): Promise<Date | null> {
  const last = await tx.event.findFirst({
    where: { subjectKind: "deal", subjectId: dealId, OR: [{ actorSide: "partner" }, { type: { in: signs } }] },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return last?.at ?? null;
}
