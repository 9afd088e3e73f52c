/** Why a registration is refused. The words are in the message files; a person always adds a note. */
export const rejectionReasons = [
  "protected_registration",
  "vendor_engaged",
  "existing_customer",
  "named_account",
  "not_qualified",
  "outside_program",
  "incomplete",
  "other",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Why a sale was lost. */
export const lossReasons = ["competitor", "price", "no_budget", "no_decision", "product_fit", "other"] as const;
export type LossReason = (typeof lossReasons)[number];

/** Why a partner gives up a registration. */
export const releaseReasons = [
  "customer_stopped",
  "not_pursued",
  "other_partner",
  "registered_by_mistake",
  "other",
] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** Why the vendor takes a protection back. */
export const revocationCauses = [
  "false_information",
  "no_activity",
  "customer_request",
  "breach_of_rules",
  "other",
] as const;
export type RevocationCause = (typeof revocationCauses)[number];

/** Why a protection should last longer. */
export const extensionReasons = [
  "customer_delayed",
  "budget",
  "procurement",
  "evaluation",
  "scope_grew",
  "other",
] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Why a protection is not extended. */
export const declineReasons = ["no_progress", "extended_before", "others_wait", "incomplete", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Why a disputed decision stands, or does not. */
export const disputeReasons = {
  upheld: ["rules_applied", "nothing_new", "other"],
  overturned: ["new_evidence", "wrong_facts", "rules_misapplied", "other"],
} as const;
export type DisputeOutcome = keyof typeof disputeReasons;
