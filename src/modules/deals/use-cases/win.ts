import type { PlainDate } from "@/kernel/dates";
import { markAsCustomer } from "@/modules/accounts/public";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { saveDeal } from "../repository";
import { lapseRevocation } from "../repository/revocations";
import { saveAndEndProtection } from "./protection";

/**
 * From now on a reported win counts, and the protection ends on the day it was won; false when somebody else saved the deal in
 * between. `confirmedById` is null where no person confirmed it.
 */
export async function countWin(
  context: Context,
  deal: Deal,
  wonOn: PlainDate,
  confirmedById: string | null,
): Promise<boolean> {
  const { tx, now, asSystem } = context;
  const changes = { winConfirmedAt: now, winConfirmedById: confirmedById };
  const isSaved =
    deal.status === "approved"
      ? await saveAndEndProtection(context, deal, changes, wonOn)
      : await saveDeal(tx, deal, changes, now);
  if (!isSaved) return false;
  await asSystem(async () => {
    await lapseRevocation(tx, deal.id, now);
    if (deal.accountId) await markAsCustomer(tx, deal.accountId);
  });
  return true;
}
