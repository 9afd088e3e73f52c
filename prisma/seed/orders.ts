import type pg from "pg";
import { type PlainDate, startOfDay } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { winsWithOrders } from "@/modules/deals/repository/wins";
import { confirmByOrder } from "@/modules/deals/use-cases/confirm-by-order";
import { withActor } from "@/server/db";
import { seedId } from "./ids";
import { insert } from "./insert";
import { act, type Live } from "./live";
import { vendorZone, workingDaysBefore } from "./moments";

const orders = [
  { order: "PO-7731", partner: "Datenwerft Nord", lines: [18_000, 9_400] },
  // Less than what was reported: a person looks at it.
  { order: "PO-7712", partner: "Rheinblick IT", lines: [31_500] },
];

/** What the vendor's books hold of the last days: one order that proves a reported win, and one that is too small for it. */
export async function seedOrders(db: pg.Client, today: PlainDate): Promise<void> {
  const bookedOn = workingDaysBefore(today, 1);
  await insert(
    db,
    "revenue_line",
    orders.flatMap(({ order, partner, lines }) =>
      lines.map((amount, index) => ({
        id: seedId("order", order, String(index)),
        source: "orders",
        externalId: `${order}/${index + 1}`,
        orderReference: order,
        partnerId: seedId("partner", partner),
        bookedOn,
        amount: money(amount * 100, "EUR").amount,
        currency: "EUR",
        kind: "new",
        createdAt: startOfDay(today, vendorZone),
      })),
    ),
  );
}

/** What the books prove is confirmed, as the worker does it. */
export async function bookOrders(live: Live, now: Date): Promise<void> {
  const clock = { kind: "system", cause: "clock" } as const;
  const at = new Date(now.getTime() - 25 * 60_000);
  for (const dealId of await withActor(clock, (tx) => winsWithOrders(tx, 100)))
    await act(live, clock, confirmByOrder, { dealId }, at);
}
