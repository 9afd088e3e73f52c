import { minorDigits } from "@/kernel/money";
import type { PolicyBody } from "@/kernel/policy";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";

/** Rules to begin with; from then on they are the program's own, and changed as any other rules are. */
export const templateIds = ["classic", "personal"] as const;
export type TemplateId = (typeof templateIds)[number];

/** Up to which amount a registration is approved at once, in whole units of the reporting currency. */
export const autoApprovalLimits: Readonly<Record<TemplateId, number>> = { classic: 150_000, personal: 0 };

/** The rules of a template in the reporting currency of the program. */
export function templateBody(template: TemplateId, currency: string): PolicyBody {
  return registrationPolicy(autoApprovalLimits[template] * 10 ** minorDigits(currency));
}
