import type { PlainDate } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import type { Order } from "./domain/order";

const columns = {
  id: true,
  source: true,
  orderReference: true,
  partnerId: true,
  bookedOn: true,
  amount: true,
  currency: true,
} as const;

type Line = {
  readonly id: string;
  readonly source: string;
  readonly orderReference: string;
  readonly partnerId: string | null;
  readonly bookedOn: Date;
  readonly amount: bigint;
  readonly currency: string;
};

/** Lines of one order, one currency and one partner are one order; the day of the first of them counts. */
function ordersFrom(lines: readonly Line[]): Order[] {
  const orders = new Map<string, Order>();
  for (const line of lines) {
    const key = [line.source, line.orderReference.toLowerCase(), line.currency, line.partnerId].join("\n");
    const before = orders.get(key);
    const day: PlainDate = toPlainDate(line.bookedOn);
    orders.set(key, {
      lineIds: [...(before?.lineIds ?? []), line.id],
      reference: before?.reference ?? line.orderReference,
      partnerId: line.partnerId,
      bookedOn: before && before.bookedOn < day ? before.bookedOn : day,
      amount: money((before?.amount.amount ?? 0) + Number(line.amount), line.currency),
    });
  }
  return [...orders.values()];
}

/** Orders that confirm nothing yet and name a deal, or carry the reference it was reported with. */
export async function freeOrders(tx: Tx, deal: { number: string; orderReference: string | null }): Promise<Order[]> {
  const lines = await tx.revenueLine.findMany({
    where: {
      dealId: null,
      OR: [
        { dealReference: { equals: deal.number, mode: "insensitive" } },
        ...(deal.orderReference
          ? [{ orderReference: { equals: deal.orderReference, mode: "insensitive" as const } }]
          : []),
      ],
    },
    orderBy: [{ bookedOn: "asc" }, { id: "asc" }],
    select: columns,
  });
  return ordersFrom(lines);
}

/** The orders that confirmed the win of a deal. */
export async function linesOfDeal(tx: Tx, dealId: string): Promise<Order[]> {
  const lines = await tx.revenueLine.findMany({
    where: { dealId },
    orderBy: [{ bookedOn: "asc" }, { id: "asc" }],
    select: columns,
  });
  return ordersFrom(lines);
}

/** Says of which win lines of an order are the proof; false where one of them is another's by now. */
export async function claimLines(tx: Tx, ids: readonly string[], dealId: string, now: Date): Promise<boolean> {
  const { count } = await tx.revenueLine.updateMany({
    where: { id: { in: [...ids] }, dealId: null },
    data: { dealId, matchedAt: now },
  });
  return count === ids.length;
}
