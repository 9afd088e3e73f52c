import type { PersonActor } from "@/kernel/actor";
import { addDays, dayOf, instantAt, type PlainDate, weekdayOf } from "@/kernel/dates";
import { emptyDraft } from "@/modules/deals/domain/draft";
import { dealClocks } from "@/modules/deals/schedule";
import type { DealContentInput } from "@/modules/deals/schema";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { execute, type UseCase } from "@/server/use-case";
import { fireDueClocks } from "@/server/worker";
import { seedId } from "./program";

export const vendorZone = "Europe/Berlin";

/** A deal on its way through the story. */
export type Told = { id: string; outcome: string; content: DealContentInput };

/** Something that happens at a moment; what follows from it is put on the same list. */
export type Moment = { at: Date; tell: () => Promise<void> };

async function act<Input, Value>(
  actor: PersonActor,
  useCase: UseCase<Input, Value>,
  input: unknown,
  now: Date,
): Promise<Value | null> {
  const result = await execute(useCase, actor, input, { now, newId });
  if (result.ok) return result.value;
  if (result.failure.code === "conflict") return null;
  throw new Error(`${useCase.name} by ${actor.name}: ${JSON.stringify(result.failure)}`);
}

/** Tells moments in the order of time, also those that are added while it goes; the clocks of each week fire in between. */
export async function tellStory(moments: Moment[], until: Date): Promise<number> {
  let told = 0;
  let clocks = 0;
  const waiting = [...moments];
  for (;;) {
    waiting.push(...moments.splice(0));
    waiting.sort((left, right) => right.at.getTime() - left.at.getTime());
    const next = waiting.pop();
    if (!next || next.at > until) break;
    if (next.at.getTime() - clocks > 3 * 86_400_000) {
      clocks = next.at.getTime();
      await fireDueClocks(dealClocks, next.at);
    }
    await next.tell();
    told += 1;
  }
  await fireDueClocks(dealClocks, until);
  return told;
}

/** A working moment: the day itself or the working day before it, at an hour and minute in the vendor's zone. */
export function workingMoment(day: PlainDate, hour: number, minute: number): Date {
  let working = day;
  while (weekdayOf(working) > 5) working = addDays(working, -1);
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return instantAt(working, time, vendorZone);
}

export async function draft(
  actor: PersonActor,
  content: DealContentInput,
  now: Date,
  parts: Partial<DealContentInput> = {},
): Promise<string> {
  const dealId = newId();
  const empty = emptyDraft(content.amount.currency);
  await act(actor, saveDraft, { dealId, version: 0, draft: { ...empty, ...parts } }, now);
  return dealId;
}

export async function register(actor: PersonActor, content: DealContentInput, now: Date): Promise<Told> {
  const id = await draft(actor, content, new Date(now.getTime() - 9 * 60_000));
  const done = await act(actor, submitDeal, { dealId: id, version: 1, content }, now);
  return { id, outcome: done?.outcome ?? "conflict", content };
}

/** A clock may have saved the deal in the meantime. */
function versionOf(deal: Told): Promise<number> {
  return withActor({ kind: "system", cause: "seed" }, async (tx) => {
    const { version } = await tx.deal.findUniqueOrThrow({ where: { id: deal.id }, select: { version: true } });
    return version;
  });
}

async function step<Input, Value>(
  deal: Told,
  actor: PersonActor,
  useCase: UseCase<Input, Value>,
  more: object,
  now: Date,
): Promise<boolean> {
  return (await act(actor, useCase, { dealId: deal.id, version: await versionOf(deal), ...more }, now)) !== null;
}

export const approve = (deal: Told, actor: PersonActor, note: string, now: Date) =>
  step(deal, actor, approveDeal, { note }, now);
export const reject = (deal: Told, actor: PersonActor, reason: string, note: string, now: Date) =>
  step(deal, actor, rejectDeal, { reason, note }, now);
export const ask = (deal: Told, actor: PersonActor, question: string, now: Date) =>
  step(deal, actor, returnDeal, { question }, now);
export const moveTo = (deal: Told, actor: PersonActor, stage: string, now: Date) =>
  step(deal, actor, changeStage, { stage }, now);
export const lose = (deal: Told, actor: PersonActor, reason: string, now: Date) =>
  step(deal, actor, reportLoss, { reason, lostOn: dayOf(now, vendorZone) }, now);
export const confirm = (deal: Told, actor: PersonActor, now: Date) => step(deal, actor, confirmWin, {}, now);

export async function answer(deal: Told, actor: PersonActor, text: string, now: Date): Promise<void> {
  const done = await act(
    actor,
    submitDeal,
    { dealId: deal.id, version: await versionOf(deal), content: deal.content, answer: text },
    now,
  );
  if (done) deal.outcome = done.outcome;
}

export function win(deal: Told, actor: PersonActor, amount: string, order: string, now: Date): Promise<boolean> {
  const { currency } = deal.content.amount;
  return step(
    deal,
    actor,
    reportWin,
    { wonOn: dayOf(now, vendorZone), amount: { amount, currency }, orderReference: order },
    now,
  );
}

export const productId = (code: string) => seedId("product", code);
