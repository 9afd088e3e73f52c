import type { Invariant } from "@/server/invariants";

/** What holds for the lines of orders and invoices. */
export const revenueInvariants: readonly Invariant[] = [
  {
    name: "revenue.confirms",
    guards: "A line of an order is the proof of a win that is confirmed, of the partner it names.",
    sql: `select r.id, d.number from revenue_line r join deal d on d.id = r.deal_id
      where d.win_confirmed_at is null or r.partner_id <> d.partner_id or r.currency <> d.won_currency`,
  },
];
