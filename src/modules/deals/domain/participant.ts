import { defineWorkflow } from "@/kernel/workflow";
import type { DealStatus, Mover, ParticipantRole } from "./deal";

export const participationStatuses = ["invited", "accepted", "declined", "withdrawn", "left", "removed"] as const;
export type ParticipationStatus = (typeof participationStatuses)[number];

/** A further partner on a deal: who may move it where. The database holds the same table and a test compares the two. */
export const participation = defineWorkflow<ParticipationStatus, Mover>({
  name: "deal.participation",
  states: participationStatuses,
  initial: "invited",
  moves: [
    { from: "invited", to: "accepted", by: ["partner"] },
    { from: "invited", to: "declined", by: ["partner"] },
    { from: "invited", to: "withdrawn", by: ["partner"] },
    { from: "invited", to: "removed", by: ["vendor"] },
    { from: "accepted", to: "left", by: ["partner"] },
    { from: "accepted", to: "removed", by: ["vendor"] },
  ],
});

/** Why a participation comes to nothing or ends, by how it does. */
export const participationReasons = {
  declined: ["no_capacity", "not_our_field", "other_commitment", "other"],
  left: ["no_capacity", "part_done", "customer_request", "other"],
  removed: ["customer_request", "not_active", "wrong_role", "breach_of_rules", "other"],
} as const;

/** The state a use case decides on. */
export type Participation = {
  readonly id: string;
  readonly dealId: string;
  readonly leadId: string;
  readonly leadName: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly role: ParticipantRole;
  readonly status: ParticipationStatus;
  readonly ownerId: string | null;
};

/** Whether somebody waits for it or works by it. */
export function isStanding({ status }: Pick<Participation, "status">): boolean {
  return status === "invited" || status === "accepted";
}

/** The registrations that others can be asked to join: submitted, and not turned down or given up. */
export const joinable: readonly DealStatus[] = ["in_review", "needs_info", "approved", "expired"];
