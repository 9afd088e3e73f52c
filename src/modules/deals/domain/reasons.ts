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

/** What a coded reason can be given for. */
export const reasonKinds = [
  "rejection",
  "loss",
  "release",
  "revocation",
  "extension",
  "decline",
  "dispute_upheld",
  "dispute_overturned",
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** Where the messages of `deals` hold the words for the reasons of a kind. */
export const reasonVocabularies = {
  rejection: "reason",
  loss: "lossReason",
  release: "releaseReason",
  revocation: "revocationCause",
  extension: "extensionReason",
  decline: "declineReason",
  dispute_upheld: "disputeReason",
  dispute_overturned: "disputeReason",
} as const satisfies Record<ReasonKind, string>;

/** Whether a note may be left out; where it may not, no code has to ask for one. */
export const isNoteOptional: Readonly<Record<ReasonKind, boolean>> = {
  rejection: false,
  loss: true,
  release: true,
  revocation: false,
  extension: true,
  decline: false,
  dispute_upheld: false,
  dispute_overturned: false,
};

/** A reason that can be given now. */
export type OfferedReason = { readonly code: string; readonly noteRequired: boolean };

/** What is wrong with a reason that somebody gives, each as a message key at its field. */
export function reasonProblem(
  offered: readonly OfferedReason[],
  { code, note }: { code: string; note: string },
): { readonly reason?: string; readonly note?: string } | null {
  const found = offered.find((each) => each.code === code);
  if (!found) return { reason: "deals.errors.reasonOff" };
  return found.noteRequired && note.trim().length < 3 ? { note: "deals.errors.noteForReason" } : null;
}

/** Why a reason of the product is always offered: rules and decisions go by it, or it is for what no other one says. */
export function reliesOn(kind: ReasonKind, code: string): "rules" | "last" | null {
  if (code === "other") return "last";
  return kind === "rejection" &&
    ["protected_registration", "vendor_engaged", "existing_customer", "named_account"].includes(code)
    ? "rules"
    : null;
}
