import { dayOf } from "@/kernel/dates";
import { err, ok, type Result } from "@/kernel/result";
import { lockCustomer, resolveAccount } from "@/modules/accounts/public";
import { registrationPolicyKind } from "@/modules/deals/public";
import type { Callable } from "@/modules/partners/public";
import { writeEvents } from "@/server/events";
import { installation } from "@/server/exchange";
import { policyInForce } from "@/server/policies";
import { type Outcome, useCase } from "@/server/use-case";
import { type OnProtected, onProtected } from "../domain/protected-customer";
import { insertOpportunity } from "../repository";
import { openOpportunityInput } from "../schema";
import { logBreaches } from "./breaches";
import { callersFor, keysOf, protectionsAt } from "./protected-at";

/** What came of it: opened, or a partner is protected there and somebody can be called. */
type Opened =
  | { readonly outcome: "opened"; readonly opportunityId: string; readonly logged: number }
  | { readonly outcome: "protected"; readonly rule: OnProtected; readonly call: readonly Callable[] };

/**
 * A seller of the vendor begins at a customer. Where a partner is protected there, the rules warn or block; who goes on gives a coded
 * reason, the partner's channel manager hears of it, and a possible breach is logged. All in one transaction, under the locks of a
 * registration of the same customer.
 */
export const openOpportunity = useCase({
  name: "opportunity.open",
  permission: "opportunity.own",
  escalates: ["account.resolve", "protection.find", "breach.log"],
  input: openOpportunityInput,
  async run(context, { opportunityId, customer, title, productLineId, reason, note }) {
    const { actor, tx, now, newId, asSystem } = context;
    if (actor.kind !== "person") return err({ code: "forbidden" });
    const today = dayOf(now, (await installation(tx)).zone);
    const policy = await policyInForce(tx, registrationPolicyKind, now);
    const rule = onProtected(policy.body);
    return asSystem(async (): Promise<Result<Outcome<Opened>>> => {
      const keys = keysOf(customer);
      await lockCustomer(tx, keys);
      const deals = await protectionsAt(tx, customer, today);
      if (deals.length > 0 && (rule === "block" || !reason)) {
        const call = await callersFor(tx, deals, today);
        return ok({ value: { outcome: "protected", rule, call }, events: [] });
      }
      const account = await resolveAccount(tx, customer, keys, newId);
      const seller = { ownerId: actor.personId, ownerName: actor.name };
      const entry = { id: opportunityId, accountId: account.id, productLineId, title, ...seller, now };
      if (!(await insertOpportunity(tx, entry)))
        return err({ code: "conflict", entity: "opportunity", reason: "opportunities.errors.openedBefore" });
      const about = {
        subjectKind: "opportunity",
        subjectId: opportunityId,
        partnerId: null,
        audience: "vendor" as const,
      };
      const opened = { type: "opportunity.opened", ...about, data: { customer: customer.name, title } };
      await writeEvents(tx, [opened], { actor, now, newId });
      const logged = await logBreaches(context, deals, {
        opportunityId,
        sellerId: actor.personId,
        sellerName: actor.name,
        customerName: customer.name,
        foundBy: "seller",
        reason,
        note,
        policyVersionId: policy.id,
      });
      return ok({ value: { outcome: "opened", opportunityId, logged }, events: [] });
    });
  },
});
