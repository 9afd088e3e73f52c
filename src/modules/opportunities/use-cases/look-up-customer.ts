import { dayOf } from "@/kernel/dates";
import { ok } from "@/kernel/result";
import { writeEvents } from "@/server/events";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { lookUpInput } from "../schema";
import { callersFor, protectionsAt } from "./protected-at";

/**
 * A seller asks whether a customer is protected, and learns yes or no and whom to call: never which partner, for what or until when.
 * That somebody asked is on record.
 */
export const lookUpCustomer = useCase({
  name: "opportunity.lookUp",
  permission: "opportunity.own",
  escalates: ["protection.find"],
  input: lookUpInput,
  async run({ actor, tx, now, newId, asSystem }, { customer }) {
    const today = dayOf(now, (await installation(tx)).zone);
    return asSystem(async () => {
      const deals = await protectionsAt(tx, customer, today);
      const asked = {
        type: "opportunity.lookedUp",
        subjectKind: "customer",
        subjectId: newId(),
        partnerId: null,
        audience: "vendor" as const,
        data: { customer: customer.name, protected: deals.length > 0 },
      };
      await writeEvents(tx, [asked], { actor, now, newId });
      return ok({ value: { isProtected: deals.length > 0, call: await callersFor(tx, deals, today) }, events: [] });
    });
  },
});
