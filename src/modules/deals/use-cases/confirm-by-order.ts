import { ok } from "@/kernel/result";
import { claimLines, freeOrders } from "@/modules/revenue/public";
import { policyInForce, policyVersion } from "@/server/policies";
import { useCase } from "@/server/use-case";
import { confirmingOrder, matchOrder, matchTerms } from "../domain/order-match";
import { registrationPolicyKind } from "../facts";
import { findDeal } from "../repository";
import { reportedWin } from "../repository/wins";
import { confirmByOrderInput } from "../schema";
import { dealEvent } from "./review";
import { countWin } from "./win";

/**
 * An order in the vendor's books confirms a reported win, where it names the deal or carries its reference and lies within what the
 * rules of the registration allow. The lines are the proof of this win and of no other. Done again, it changes nothing.
 */
export const confirmByOrder = useCase({
  name: "deal.confirmByOrder",
  permission: "clock.fire",
  escalates: ["account.becomesCustomer", "protection.end"],
  input: confirmByOrderInput,
  async run(context, { dealId }) {
    const { tx, now } = context;
    const nothing = ok({ value: { confirmed: false }, events: [] });
    const deal = await findDeal(tx, dealId);
    const win = deal && (await reportedWin(tx, dealId));
    if (!win) return nothing;
    const { body } = deal.policyVersionId
      ? await policyVersion(tx, deal.policyVersionId)
      : await policyInForce(tx, registrationPolicyKind, now);
    const terms = matchTerms(body);
    if (!terms) return nothing;
    const orders = await freeOrders(tx, { number: deal.number, orderReference: win.orderReference });
    const match = confirmingOrder(orders.map((order) => matchOrder(terms, win, order)));
    if (!match) return nothing;

    if (!(await countWin(context, deal, win.wonOn, null)) || !(await claimLines(tx, match.order.lineIds, dealId, now)))
      throw new Error("saved by somebody else; the order is looked at again");
    const { order, difference, days } = match;
    const event = dealEvent(deal, "deal.winConfirmedByOrder", {
      reason: "order_matched",
      wonOn: win.wonOn,
      orderReference: order.reference,
      amount: order.amount.amount,
      currency: order.amount.currency,
      bookedOn: order.bookedOn,
      difference,
      days,
    });
    return ok({ value: { confirmed: true }, events: [event] });
  },
});
