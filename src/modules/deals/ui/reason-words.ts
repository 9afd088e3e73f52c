/** Where the coded reasons of an event are put into words; of all others they are reasons of a decision. */
const vocabularies: Readonly<Record<string, string>> = {
  "deal.lost": "lossReason",
  "deal.extensionAsked": "extensionReason",
  "deal.extended": "extensionReason",
  "deal.extensionDeclined": "declineReason",
  "deal.disputeUpheld": "disputeReason",
  "deal.disputeOverturned": "disputeReason",
  "deal.released": "releaseReason",
  "deal.breachFound": "goOnReason",
  "deal.breachClosed": "breachOutcome",
  "deal.revocationAsked": "revocationCause",
  "deal.revoked": "revocationCause",
  "deal.partnerDeclined": "participationReason",
  "deal.partnerLeft": "participationReason",
  "deal.partnerRemoved": "participationReason",
};

/** The message key of the reason an event gives, below `deals`; null where it gives none. */
export function reasonKey(type: string, reason: unknown): string | null {
  return typeof reason === "string" && reason ? `${vocabularies[type] ?? "reason"}.${reason}` : null;
}
