import type { PlainDate } from "@/kernel/dates";
import { type Money, share } from "@/kernel/money";
import type { Evaluation } from "@/kernel/policy";
import { lastDay, protectionPeriod } from "./protection";
import { type Grant, readableGrant } from "./registration";

/** What an approval on a day would bring; the benefit is null while no amount is named. */
export type Approval = Grant & { readonly protectedThrough: PlainDate; readonly benefit: Money | null };

/** Reads from an evaluation what an approval today would bring; null where the reader may not know it. */
export function ifApproved(evaluation: Evaluation, amount: Money | null, today: PlainDate): Approval | null {
  const grant = readableGrant(evaluation);
  if (!grant) return null;
  return {
    ...grant,
    protectedThrough: lastDay(protectionPeriod(today, grant.protectionDays)),
    benefit: amount && share(amount, grant.benefitBasisPoints),
  };
}
