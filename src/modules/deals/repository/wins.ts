import { toPlainDate } from "@/server/clocks";
import { moneyFrom } from "@/server/columns";
import type { Tx } from "@/server/db";
import type { ReportedWin } from "../domain/order-match";

/** A win as it was reported and waits to be confirmed; null where there is none. */
export async function reportedWin(
  tx: Tx,
  dealId: string,
): Promise<(ReportedWin & { orderReference: string | null }) | null> {
  const row = await tx.deal.findFirst({
    where: { id: dealId, winReportedAt: { not: null }, winConfirmedAt: null },
    select: { partnerId: true, wonOn: true, wonAmount: true, wonCurrency: true, orderReference: true },
  });
  const amount = row && moneyFrom(row.wonAmount, row.wonCurrency);
  if (!row?.wonOn || !amount) return null;
  return { partnerId: row.partnerId, wonOn: toPlainDate(row.wonOn), amount, orderReference: row.orderReference };
}

/** Reported wins that an order in the vendor's books names and nobody has confirmed, the longest waiting first. */
export async function winsWithOrders(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select d.id from deal d where d.win_reported_at is not null and d.win_confirmed_at is null
      and (exists (select from revenue_line r where r.deal_id is null and lower(r.order_reference) = lower(d.order_reference))
        or exists (select from revenue_line r where r.deal_id is null and lower(r.deal_reference) = lower(d.number)))
    order by d.win_reported_at, d.id limit ${most}`;
  return rows.map(({ id }) => id);
}
