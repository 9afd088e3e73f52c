import type { PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";
import { defineWorkflow } from "@/kernel/workflow";

export const dealStatuses = [
  "draft",
  "submitted",
  "in_review",
  "needs_info",
  "approved",
  "rejected",
  "withdrawn",
  "expired",
  "released",
  "revoked",
] as const;
export type DealStatus = (typeof dealStatuses)[number];

export const dealStages = ["prospecting", "qualified", "proposal", "negotiation", "won", "lost"] as const;
export type DealStage = (typeof dealStages)[number];
export const openStages = ["prospecting", "qualified", "proposal", "negotiation"] as const;
export type OpenStage = (typeof openStages)[number];

export const dealTypes = ["new", "expansion", "renewal"] as const;
export type DealType = (typeof dealTypes)[number];

export const participantRoles = ["sourcing", "selling", "implementing", "influencing", "fulfilling"] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export type Mover = "partner" | "vendor" | "system";

/** Registration status: who may move it where. The database holds the same table and a test compares the two. */
export const registration = defineWorkflow<DealStatus, Mover>({
  name: "deal.registration",
  states: dealStatuses,
  initial: "draft",
  moves: [
    { from: "draft", to: "submitted", by: ["partner", "vendor"] },
    { from: "draft", to: "withdrawn", by: ["partner", "vendor"] },
    { from: "submitted", to: "approved", by: ["system"] },
    { from: "submitted", to: "rejected", by: ["system"] },
    { from: "submitted", to: "in_review", by: ["system"] },
    { from: "submitted", to: "needs_info", by: ["system"] },
    { from: "needs_info", to: "submitted", by: ["partner", "vendor"] },
    { from: "needs_info", to: "withdrawn", by: ["partner", "vendor", "system"] },
    { from: "in_review", to: "approved", by: ["vendor", "system"] },
    { from: "in_review", to: "rejected", by: ["vendor"] },
    { from: "in_review", to: "needs_info", by: ["vendor"] },
    { from: "in_review", to: "withdrawn", by: ["partner", "vendor"] },
    { from: "rejected", to: "approved", by: ["vendor"] },
    { from: "approved", to: "expired", by: ["system"] },
    { from: "approved", to: "released", by: ["partner", "system"] },
    { from: "approved", to: "revoked", by: ["vendor"] },
  ],
});

/** What a partner typed and nobody has checked: every field as text, so that a draft keeps what was written. */
export type DealDraft = {
  readonly customer: { readonly name: string; readonly website: string; readonly country: string };
  readonly contact: { readonly name: string; readonly email: string };
  readonly productLineId: string;
  readonly partnerRole: string;
  readonly dealType: string;
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly expectedClose: string;
  readonly need: string;
};

/** The same, complete and checked. */
export type DealContent = {
  readonly customer: { readonly name: string; readonly website: string; readonly country: string };
  readonly contact: { readonly name: string; readonly email: string };
  readonly productLineId: string;
  readonly partnerRole: ParticipantRole;
  readonly dealType: DealType;
  readonly amount: Money;
  readonly expectedClose: PlainDate;
  readonly need: string;
};

/** The state a use case decides on. */
export type Deal = {
  readonly id: string;
  readonly number: string;
  readonly partnerId: string;
  readonly ownerId: string;
  readonly createdById: string;
  readonly accountId: string | null;
  readonly productLineId: string | null;
  readonly partnerRole: ParticipantRole;
  readonly amount: Money | null;
  readonly status: DealStatus;
  readonly stage: DealStage;
  readonly reviewerId: string | null;
  /** Who alone may decide a review; null where a channel manager may as well. */
  readonly reviewerRole: "program_owner" | null;
  readonly policyVersionId: string | null;
  readonly submittedAt: Date | null;
  readonly decisionMinutes: number | null;
  /** The first day that is not protected any more. */
  readonly protectedUntil: PlainDate | null;
  readonly wonOn: PlainDate | null;
  readonly winReportedAt: Date | null;
  readonly winReportedById: string | null;
  readonly winConfirmedAt: Date | null;
  readonly version: number;
};

/** A sale still open: neither won nor lost. */
export function isOpen(deal: Pick<Deal, "stage">): boolean {
  return deal.stage !== "won" && deal.stage !== "lost";
}

/** The side from which a person moves a registration. */
export function moverOf(side: "partner" | "vendor"): Mover {
  return side;
}
