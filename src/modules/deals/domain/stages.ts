import type { Facts, PolicyBody } from "@/kernel/policy";
import { type CaseStage, stagesOf } from "@/kernel/policy/schedule";
import { reviewTerms } from "./registration";

/** The stages of a review under a rule set: where it names none, one reviewer has the promised time, then it is escalated. */
export function reviewStages(body: PolicyBody, facts: Facts): readonly CaseStage[] {
  const stages = stagesOf(body, "review", facts);
  if (stages.length > 0) return stages;
  const { reviewMinutes: within } = reviewTerms(body);
  return [{ id: "decision", who: "channel_manager", within, unit: "business_minutes", late: "escalate" }];
}

/** The stages after which a protection nobody works on is taken back; none where the rules leave it alone. */
export function inactivityStages(body: PolicyBody, facts: Facts): readonly CaseStage[] {
  return stagesOf(body, "inactivity", facts);
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
