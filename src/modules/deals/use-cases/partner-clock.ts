import type { Facts, PolicyBody } from "@/kernel/policy";
import { stopClock } from "@/server/clocks";
import type { Context } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import type { Deal } from "../domain/deal";
import { type PartnerClock, partnerClocks, partnerStages } from "../domain/stages";
import { startStage } from "./stage-clock";

type Terms = { readonly body: PolicyBody; readonly facts: Facts };

/** Starts a clock by which the rules take a protection back, where they have it. It runs from a moment, else from now. */
export async function startPartnerClock(
  context: Context,
  deal: Pick<Deal, "id" | "partnerId">,
  clock: PartnerClock,
  { body, facts }: Terms,
  from = context.now,
): Promise<void> {
  const [stage] = partnerStages(body, clock, facts);
  if (stage) await startStage(context, deal, clockKinds[clock], stage, { startedAt: from, from });
}

/** Starts all clocks by which the rules take a protection back: it has just been granted. */
export async function startPartnerClocks(
  context: Context,
  deal: Pick<Deal, "id" | "partnerId">,
  terms: Terms,
): Promise<void> {
  for (const clock of partnerClocks) await startPartnerClock(context, deal, clock, terms);
}

/** What is no longer protected is not taken back. */
export async function stopPartnerClocks(tx: Context["tx"], dealId: string, now: Date): Promise<void> {
  for (const clock of partnerClocks) await stopClock(tx, dealId, clockKinds[clock], now);
}
