import type { Money } from "@/kernel/money";
import { freeOrders, linesOfDeal } from "@/modules/revenue/public";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { policyInForce, policyVersion } from "@/server/policies";
import { matchOrder, matchTerms, type OrderMatch } from "../domain/order-match";
import { registrationPolicyKind } from "../facts";

type Subject = {
  readonly id: string;
  readonly number: string;
  readonly partnerId: string;
  readonly policyVersionId: string | null;
  readonly orderReference: string | null;
  readonly wonOn: Date | null;
  readonly wonAmount: Money | null;
  readonly winConfirmedAt: Date | null;
};

/** The orders that confirmed a win, or those that name it while nobody has, each with what keeps it from confirming. */
export async function ordersOf(tx: Tx, deal: Subject, now: Date): Promise<OrderMatch[]> {
  if (!deal.wonOn || !deal.wonAmount) return [];
  const { body } = deal.policyVersionId
    ? await policyVersion(tx, deal.policyVersionId)
    : await policyInForce(tx, registrationPolicyKind, now);
  const terms = matchTerms(body) ?? { basisPoints: 0, days: 0 };
  const win = { partnerId: deal.partnerId, wonOn: toPlainDate(deal.wonOn), amount: deal.wonAmount };
  const orders = deal.winConfirmedAt ? await linesOfDeal(tx, deal.id) : await freeOrders(tx, deal);
  return orders.map((order) => matchOrder(terms, win, order));
}
