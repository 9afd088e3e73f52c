import { daysBetween, type PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";
import type { PolicyBody } from "@/kernel/policy";
import type { Order } from "@/modules/revenue/domain/order";

/** How far an order in the vendor's books may lie from a reported win and still confirm it. */
export type MatchTerms = { readonly basisPoints: number; readonly days: number };

export type ReportedWin = { readonly partnerId: string; readonly wonOn: PlainDate; readonly amount: Money };

/** What keeps an order from confirming a win, the first of them; null where it does. */
export type MatchObstacle = "other_partner" | "other_currency" | "amount" | "day";

export type OrderMatch = {
  readonly order: Order;
  readonly obstacle: MatchObstacle | null;
  /** The order less what was reported, in minor units. */
  readonly difference: number;
  /** Days from the reported one to the booked one. */
  readonly days: number;
};

/** Reads the tolerance out of a rule set; null where it leaves every win to a person. */
export function matchTerms({ settings }: Pick<PolicyBody, "settings">): MatchTerms | null {
  const basisPoints = settings["win.match.basis_points"];
  const days = settings["win.match.days"];
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
  return isCount(basisPoints) && isCount(days) ? { basisPoints, days } : null;
}

function obstacleOf(terms: MatchTerms, win: ReportedWin, order: Order, days: number): MatchObstacle | null {
  if (order.partnerId !== null && order.partnerId !== win.partnerId) return "other_partner";
  if (order.amount.currency !== win.amount.currency) return "other_currency";
  const apart = BigInt(Math.abs(order.amount.amount - win.amount.amount));
  if (apart * 10_000n > BigInt(win.amount.amount) * BigInt(terms.basisPoints)) return "amount";
  return Math.abs(days) > terms.days ? "day" : null;
}

/** Compares an order that names a win, by its number or its reference, with what was reported. */
export function matchOrder(terms: MatchTerms, win: ReportedWin, order: Order): OrderMatch {
  const days = daysBetween(win.wonOn, order.bookedOn);
  return {
    order,
    obstacle: obstacleOf(terms, win, order, days),
    difference: order.amount.amount - win.amount.amount,
    days,
  };
}

/** The order that confirms a win: of several the nearest in amount, then in days; null where none does. */
export function confirmingOrder(matches: readonly OrderMatch[]): OrderMatch | null {
  const [nearest] = matches
    .filter(({ obstacle }) => obstacle === null)
    .toSorted(
      (left, right) =>
        Math.abs(left.difference) - Math.abs(right.difference) || Math.abs(left.days) - Math.abs(right.days),
    );
  return nearest ?? null;
}
