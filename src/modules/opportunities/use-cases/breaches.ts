import type { ProtectedDeal } from "@/modules/deals/public";
import { writeEvents } from "@/server/events";
import type { Context } from "@/server/use-case";
import { insertBreach, type NewBreach } from "../repository";

/** Logs a possible breach at each protection that is not on record yet, where those who look after the partner hear of it. Runs as the system. */
export async function logBreaches(
  { actor, tx, now, newId }: Context,
  deals: readonly ProtectedDeal[],
  breach: Omit<NewBreach, "id" | "dealId" | "partnerId" | "at">,
): Promise<number> {
  let logged = 0;
  for (const { dealId, partnerId } of deals) {
    if (!(await insertBreach(tx, { ...breach, id: newId(), dealId, partnerId, at: now }))) continue;
    logged += 1;
    const { sellerName: seller, reason, note } = breach;
    const event = {
      type: "deal.breachFound",
      subjectKind: "deal",
      subjectId: dealId,
      partnerId,
      audience: "vendor" as const,
      data: { seller, reason, note },
    };
    await writeEvents(tx, [event], { actor, now, newId });
  }
  return logged;
}
