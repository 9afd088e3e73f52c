import { evaluate, type Facts, type PolicyBody } from "@/kernel/policy";
import type { DealType } from "./deal";
import { type Presales, presalesOf } from "./presales";
import { type Grant, grantOf } from "./registration";

/** What the grant of a registration depends on, as far as it is known while the form is filled in. */
export type GrantQuestion = {
  readonly dealType: DealType;
  readonly tier: string;
  readonly role: string;
  readonly productLineCode: string | null;
  readonly country: string | null;
  /** In minor units of the reporting currency; null while unknown. */
  readonly reportingAmount: number | null;
};

/**
 * What an approval would grant, from the tables of the rules alone. Null where the tables ask for something that is not known
 * before the registration is submitted.
 */
export function previewGrant(
  { tables, settings }: Pick<PolicyBody, "tables" | "settings">,
  question: GrantQuestion,
): (Grant & { readonly presales: Presales | null }) | null {
  const facts: Facts = {
    "deal.type": question.dealType,
    "deal.role": question.role,
    "deal.amount": question.reportingAmount,
    "deal.product_line": question.productLineCode,
    "customer.country": question.country,
    "partner.tier": question.tier,
  };
  try {
    const evaluation = evaluate({ rules: [], tables, settings: {} }, facts);
    return { ...grantOf(evaluation), presales: presalesOf(evaluation, { settings }) };
  } catch {
    return null;
  }
}
