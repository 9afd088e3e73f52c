import { dayOf } from "@/kernel/dates";
import { ok } from "@/kernel/result";
import { protectedDeals, registrationPolicyKind } from "@/modules/deals/public";
import { installation } from "@/server/exchange";
import { policyInForce } from "@/server/policies";
import { useCase } from "@/server/use-case";
import { sellingRoles } from "../domain/protected-customer";
import { watchedOpportunity } from "../repository";
import { watchInput } from "../schema";
import { logBreaches } from "./breaches";

/** The CRM brought an opportunity at a customer for whom a partner is protected: a possible breach nobody gave a reason for. */
export const watchOpportunity = useCase({
  name: "opportunity.watch",
  permission: "clock.fire",
  input: watchInput,
  async run(context, { opportunityId }) {
    const { tx, now } = context;
    const opportunity = await watchedOpportunity(tx, opportunityId);
    if (!opportunity) return ok({ value: { logged: 0 }, events: [] });
    const today = dayOf(now, (await installation(tx)).zone);
    const deals = await protectedDeals(tx, [opportunity.account.id], opportunityId, today);
    const policy = await policyInForce(tx, registrationPolicyKind, now);
    const logged = await logBreaches(
      context,
      deals.filter(({ role }) => sellingRoles.includes(role)),
      {
        opportunityId,
        sellerId: opportunity.ownerId,
        sellerName: opportunity.ownerName,
        customerName: opportunity.account.name,
        foundBy: "import",
        reason: null,
        note: "",
        policyVersionId: policy.id,
      },
    );
    return ok({ value: { logged }, events: [] });
  },
});
