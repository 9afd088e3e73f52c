import type { Facts, PolicyBody } from "@/kernel/policy";
import { type CaseStage, stagesOf } from "@/kernel/policy/schedule";
import { type DealStage, dealStages, isOpen, openStages } from "./deal";
import { reviewTerms } from "./registration";

/**
 * The stages of a review under a rule set. Where it names none there is one, without a name: a reviewer has the promised time, then
 * it is escalated.
 */
export function reviewStages(body: PolicyBody, facts: Facts): readonly CaseStage[] {
  const stages = stagesOf(body, "review", facts);
  if (stages.length > 0) return stages;
  const { reviewMinutes: within } = reviewTerms(body);
  return [{ id: "", who: "channel_manager", within, unit: "business_minutes", late: "escalate" }];
}

/** The clocks by which the rules take a protection back: nobody works on the sale, or it does not come far enough. */
export const partnerClocks = ["inactivity", "milestone"] as const;
export type PartnerClock = (typeof partnerClocks)[number];

/** The stages after which a protection is taken back; none where the rules leave it alone. */
export function partnerStages(body: PolicyBody, clock: PartnerClock, facts: Facts): readonly CaseStage[] {
  return stagesOf(body, clock, facts);
}

/** Whether a sale has come as far as the rules expect; where they name no stage, a proposal. */
export function hasReached({ settings }: Pick<PolicyBody, "settings">, stage: DealStage): boolean {
  const expected = openStages.find((open) => open === settings["milestone.stage"]) ?? "proposal";
  return !isOpen({ stage }) || dealStages.indexOf(stage) >= dealStages.indexOf(expected);
}

/** The stage a clock measures, and the one after it. A clock without a stage measures the first. */
export function stageAt(
  stages: readonly CaseStage[],
  id: string | null,
): { readonly stage: CaseStage; readonly next: CaseStage | null } | null {
  const index = id === null ? 0 : stages.findIndex((stage) => stage.id === id);
  const stage = stages[index];
  return stage ? { stage, next: stages[index + 1] ?? null } : null;
}
