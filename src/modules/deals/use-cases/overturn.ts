import { latestBasis } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { approveReviewed, isDecidable } from "./approval";
import { dealEvent } from "./review";

const reasons = { saved: "deals.errors.changedElsewhere", taken: "deals.errors.scopeTaken" } as const;

/** Approves a rejected registration after all, with a decision of its own; a message key where that is not possible. */
export async function overturn(
  context: Context,
  deal: Deal,
  { reason, note }: { reason: string; note: string },
): Promise<EventDraft[] | string> {
  const basis = await latestBasis(context.tx, deal.id);
  if (!basis || !isDecidable(deal)) return "deals.errors.notDisputable";
  const review = { ...basis, minutes: deal.decisionMinutes ?? 0 };
  const approved = await approveReviewed(context, deal, { review, reasonCode: "dispute_overturned", note });
  if (typeof approved === "string") return reasons[approved];
  return [dealEvent(deal, "deal.disputeOverturned", { reason, note, ...approved.granted }), ...approved.started];
}
