import type { Facts, PolicyBody } from "@/kernel/policy";
import type { Context } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import type { Deal } from "../domain/deal";
import { inactivityStages } from "../domain/stages";
import { startStage } from "./stage-clock";

/** Starts the clock of a protection that the rules take back where nobody works on the sale. It runs from a moment, else from now. */
export async function startInactivityClock(
  context: Context,
  deal: Pick<Deal, "id" | "partnerId">,
  body: PolicyBody,
  facts: Facts,
  from = context.now,
): Promise<void> {
  const [stage] = inactivityStages(body, facts);
  if (stage) await startStage(context, deal, clockKinds.inactivity, stage, { startedAt: from, from });
}
