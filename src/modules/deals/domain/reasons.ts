/** Why a registration is refused. The words are in the message files; a person always adds a note. */
export const rejectionReasons = [
  "protected_registration",
  "vendor_engaged",
  "existing_customer",
  "not_qualified",
  "outside_program",
  "incomplete",
  "other",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Why a sale was lost. */
export const lossReasons = ["competitor", "price", "no_budget", "no_decision", "product_fit", "other"] as const;
export type LossReason = (typeof lossReasons)[number];
