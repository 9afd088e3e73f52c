import { addDays, dayOf, type PlainDate } from "@/kernel/dates";
import { installation } from "@/server/exchange";
import { type PolicyVersion, policyInForce, policyVersion } from "@/server/policies";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { extensionDayProblem } from "../domain/extension";
import { registrationPolicyKind } from "../facts";
import { countGranted, type ExtensionCase } from "../repository/extensions";

/** What an extension is decided on besides the deal: the rules it was registered under, and the vendor's day. */
export type ExtensionGround = { readonly policy: PolicyVersion; readonly today: PlainDate; readonly zone: string };

export type ExtensionWish = {
  readonly through: PlainDate;
  readonly reason: string;
  readonly note: string;
  readonly askedById: string | null;
};

export async function extensionGround({ tx, now }: Context, deal: Deal): Promise<ExtensionGround> {
  const { zone } = await installation(tx);
  const policy = deal.policyVersionId
    ? await policyVersion(tx, deal.policyVersionId)
    : await policyInForce(tx, registrationPolicyKind, now);
  return { policy, zone, today: dayOf(now, zone) };
}

/** What is wrong with extending a deal through a day: a message key, or null. A protection that is over is not extended. */
export function wishProblem(deal: Deal, through: PlainDate, today: PlainDate): string | null {
  const { protectedUntil } = deal;
  if (protectedUntil === null || protectedUntil <= today) return "deals.errors.protectionOver";
  return extensionDayProblem(protectedUntil, through, today);
}

/** An extension as it is kept, whatever becomes of it. */
export async function extensionCase(
  { tx, now, newId }: Context,
  deal: Deal,
  { policy }: ExtensionGround,
  { through, reason, note, askedById }: ExtensionWish,
): Promise<ExtensionCase> {
  if (!deal.protectedUntil) throw new Error(`deal ${deal.number} is not protected`);
  return {
    id: newId(),
    dealId: deal.id,
    partnerId: deal.partnerId,
    askedById,
    askedAt: now,
    reason,
    note,
    previousUntil: deal.protectedUntil,
    wantedUntil: addDays(through, 1),
    stage: deal.stage,
    grantedBefore: await countGranted(tx, deal.id),
    policyVersionId: policy.id,
  };
}
