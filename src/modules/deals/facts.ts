import type { FactDeclaration } from "@/kernel/policy";
import type { PolicyContract } from "@/kernel/policy/language";

/** The kind of program rule that decides registrations. */
export const registrationPolicyKind = "deal.registration";

/** What a rule about a registration may ask. Money is in minor units of the reporting currency. */
export const registrationFacts = [
  { id: "deal.amount", type: "money", label: "deals.facts.amount", audience: "all" },
  { id: "deal.type", type: "text", label: "deals.facts.type", audience: "all" },
  { id: "deal.product_line", type: "text", label: "deals.facts.productLine", audience: "all" },
  { id: "deal.role", type: "text", label: "deals.facts.role", audience: "all" },
  { id: "deal.days_to_close", type: "days", label: "deals.facts.daysToClose", audience: "all" },
  { id: "deal.need_described", type: "boolean", label: "deals.facts.needDescribed", audience: "all" },
  { id: "customer.country", type: "text", label: "deals.facts.country", audience: "all" },
  {
    id: "customer.named_account",
    type: "text",
    label: "deals.facts.namedAccount",
    audience: "all",
    values: ["no", "listed", "review", "refuse"],
    known: true,
  },
  { id: "customer.in_territory", type: "boolean", label: "deals.facts.inTerritory", audience: "all" },
  { id: "partner.territory", type: "text", label: "deals.facts.territory", audience: "all" },
  { id: "partner.stage", type: "text", label: "deals.facts.partnerStage", audience: "all" },
  { id: "partner.tier", type: "text", label: "deals.facts.tier", audience: "all" },
  { id: "partner.approved_deals", type: "number", label: "deals.facts.approvedDeals", audience: "all" },
  { id: "conflict.protected_score", type: "score", label: "deals.facts.protectedScore", audience: "vendor" },
  { id: "conflict.engaged_score", type: "score", label: "deals.facts.engagedScore", audience: "vendor" },
  { id: "conflict.existing_customer", type: "boolean", label: "deals.facts.existingCustomer", audience: "all" },
  { id: "conflict.scope_free", type: "boolean", label: "deals.facts.scopeFree", audience: "all" },
] as const satisfies readonly FactDeclaration[];

export type RegistrationFact = (typeof registrationFacts)[number]["id"];

/** What the product reads out of the rules of registrations: what is granted, and how long both sides may take. */
export const registrationContract: PolicyContract = {
  kind: registrationPolicyKind,
  facts: registrationFacts,
  tables: ["benefit.basis_points", "protection.days"],
  settings: ["review.business_minutes", "answer.business_days"],
  clocks: {
    review: { who: ["channel_manager", "program_owner"], late: ["remind", "escalate", "approve"] },
    inactivity: { who: ["partner"], late: ["remind", "release"] },
    milestone: { who: ["partner"], late: ["remind", "release"] },
  },
};
