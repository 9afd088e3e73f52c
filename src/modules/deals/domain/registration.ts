import { daysBetween, type PlainDate } from "@/kernel/dates";
import { type Evaluation, evaluate, type Facts, type PolicyBody } from "@/kernel/policy";
import { type NamedConsequence, strictest } from "@/modules/accounts/domain/named-account";
import type { RegistrationFact } from "../facts";
import type { Match } from "./conflict";
import type { DealContent } from "./deal";
import { strongest } from "./strongest";
import { isWithin, territoryWord } from "./territory";

export type RegistrationCase = {
  readonly content: DealContent;
  readonly productLineCode: string;
  /** In minor units of the reporting currency; null where no exchange rate is known. */
  readonly reportingAmount: number | null;
  readonly partner: {
    readonly stage: string;
    readonly tier: string;
    readonly approvedDeals: number;
    /** Country codes; none where it may register everywhere. */
    readonly territory: readonly string[];
  };
  readonly matches: readonly Match[];
  readonly scopeFree: boolean;
  readonly today: PlainDate;
};

/** What the rules are asked about a registration. */
export function registrationFactsOf(entry: RegistrationCase): Facts {
  const { content, partner, matches } = entry;
  const facts = {
    "deal.amount": entry.reportingAmount,
    "deal.type": content.dealType,
    "deal.product_line": entry.productLineCode,
    "deal.role": content.partnerRole,
    "deal.days_to_close": daysBetween(entry.today, content.expectedClose),
    "deal.need_described": content.need.trim() !== "",
    "customer.country": content.customer.country,
    "customer.named_account": namedConsequence(matches),
    "customer.in_territory": isWithin(partner.territory, content.customer.country),
    "partner.territory": territoryWord(partner.territory),
    "partner.stage": partner.stage,
    "partner.tier": partner.tier,
    "partner.approved_deals": partner.approvedDeals,
    "conflict.protected_score": strongest(matches, "protected_registration"),
    "conflict.engaged_score": strongest(matches, "vendor_engaged"),
    "conflict.existing_customer": strongest(matches, "existing_customer") >= 60,
    "conflict.scope_free": entry.scopeFree,
  } satisfies Record<RegistrationFact, Facts[string]>;
  return facts;
}

/** The strictest of what is said about named accounts that the customer is, or is as good as; "no" where it is none. */
function namedConsequence(matches: readonly Match[]): NamedConsequence | "no" {
  const meant = matches.filter(({ candidate, score }) => candidate.class === "named_account" && score >= 60);
  return strictest(meant.flatMap(({ candidate }) => candidate.consequence ?? [])) ?? "no";
}

/** What an approval grants under a version of the rules. */
export type Grant = { readonly benefitBasisPoints: number; readonly protectionDays: number };

/** The grant in an evaluation; null where the reader may not know it, because it follows from a fact of the vendor's. */
export function readableGrant({ outputs }: Evaluation): Grant | null {
  const benefit = outputs["benefit.basis_points"];
  const days = outputs["protection.days"];
  return typeof benefit === "number" && typeof days === "number"
    ? { benefitBasisPoints: benefit, protectionDays: days }
    : null;
}

/** Reads the grant out of a whole evaluation; a published rule set always has both tables. */
export function grantOf(evaluation: Evaluation): Grant {
  const grant = readableGrant(evaluation);
  if (!grant) throw new Error("the program rules grant no benefit or protection");
  return grant;
}

/** How long the vendor and the partner may take, and what happens when the vendor is late. */
export type ReviewTerms = { readonly reviewMinutes: number; readonly answerDays: number };

/** Reads the deadlines out of a rule set. */
export function reviewTerms(body: PolicyBody): ReviewTerms {
  const minutes = body.settings["review.business_minutes"];
  const days = body.settings["answer.business_days"];
  if (typeof minutes !== "number" || typeof days !== "number")
    throw new Error("the program rules set no review deadline");
  return { reviewMinutes: minutes, answerDays: days };
}

/** Applies the rules to a case. */
export function evaluateRegistration(body: PolicyBody, facts: Facts): Evaluation {
  return evaluate(body, facts);
}

/**
 * The coded reason of what a rule set decided by itself: that of the failing rule with the decisive verdict, or that all rules
 * were met.
 */
export function automaticReason(body: PolicyBody, evaluation: Evaluation): string {
  const decisive = evaluation.rules.find((trace) => trace.result === "fail" && trace.verdict === evaluation.verdict);
  if (!decisive) return "all_rules_met";
  return body.rules.find((rule) => rule.id === decisive.rule)?.reason ?? decisive.rule;
}
