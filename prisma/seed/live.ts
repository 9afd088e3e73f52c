import type { PersonActor } from "@/kernel/actor";
import { emptyDraft } from "@/modules/deals/domain/draft";
import type { DealContentInput } from "@/modules/deals/schema";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { execute, type UseCase } from "@/server/use-case";
import { seedId } from "./program";

let counter = 0;
const newId = () => seedId("live", String(counter++));

async function act<Input, Value>(
  actor: PersonActor,
  useCase: UseCase<Input, Value>,
  input: unknown,
  now: Date,
): Promise<Value> {
  const result = await execute(useCase, actor, input, { now, newId });
  if (result.ok) return result.value;
  throw new Error(`${useCase.name} by ${actor.name}: ${JSON.stringify(result.failure)}`);
}

/** Begins a draft with the parts that were typed so far; returns its id. */
export async function draft(
  actor: PersonActor,
  currency: string,
  now: Date,
  parts: Partial<DealContentInput> = {},
): Promise<string> {
  const dealId = newId();
  await act(actor, saveDraft, { dealId, version: 0, draft: { ...emptyDraft(currency), ...parts } }, now);
  return dealId;
}

/** Drafts and submits a registration; returns what the rules made of it. */
export async function submit(actor: PersonActor, content: DealContentInput, now: Date): Promise<string> {
  const dealId = await draft(actor, content.amount.currency, new Date(now.getTime() - 9 * 60_000));
  const { outcome } = await act(actor, submitDeal, { dealId, version: 1, content }, now);
  return outcome;
}
