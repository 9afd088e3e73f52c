import type { Actor, PersonActor } from "@/kernel/actor";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { dealClocks } from "@/modules/deals/schedule";
import type { DealContentInput } from "@/modules/deals/schema";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { dueClocks } from "@/server/clocks";
import { withActor } from "@/server/db";
import { execute, type UseCase } from "@/server/use-case";

/** What happens through the use cases, with ids of its own. */
export type Live = { readonly newId: () => string };

/** Does a use case that has to work. */
export async function act<Input, Value>(
  { newId }: Live,
  actor: Actor,
  useCase: UseCase<Input, Value>,
  input: unknown,
  now: Date,
): Promise<Value> {
  const result = await execute(useCase, actor, input, { now, newId });
  if (result.ok) return result.value;
  const who = actor.kind === "person" ? actor.name : actor.cause;
  throw new Error(`${useCase.name} by ${who}: ${JSON.stringify(result.failure)}`);
}

/** Begins a draft with the parts that were typed so far; returns its id. */
export async function draft(
  live: Live,
  actor: PersonActor,
  currency: string,
  now: Date,
  parts: Partial<DealContentInput> = {},
): Promise<string> {
  const dealId = live.newId();
  await act(live, actor, saveDraft, { dealId, version: 0, draft: { ...emptyDraft(currency), ...parts } }, now);
  return dealId;
}

/** Drafts and submits a registration nine minutes later; returns its id and what the rules made of it. */
export async function submit(
  live: Live,
  actor: PersonActor,
  content: DealContentInput,
  now: Date,
): Promise<{ dealId: string; outcome: string }> {
  const dealId = await draft(live, actor, content.amount.currency, new Date(now.getTime() - 9 * 60_000));
  const { outcome } = await act(live, actor, submitDeal, { dealId, version: 1, content }, now);
  return { dealId, outcome };
}

/** Does what every clock that is due by a moment is there for, as the worker does. */
export async function fireDueClocks(live: Live, now: Date): Promise<void> {
  const system = { kind: "system", cause: "clock" } as const;
  for (const { kind, useCase } of dealClocks) {
    const due = await withActor(system, (tx) => dueClocks(tx, kind, now, 1000));
    for (const { id, subjectId } of due) await act(live, system, useCase, { clockId: id, subjectId }, now);
  }
}
