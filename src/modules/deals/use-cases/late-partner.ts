import { dayOf } from "@/kernel/dates";
import type { Facts } from "@/kernel/policy";
import type { CaseStage } from "@/kernel/policy/schedule";
import { type ClockState, findClock, fireClock } from "@/server/clocks";
import { latestBasis, writeDecision } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import { installation } from "@/server/exchange";
import { type PolicyVersion, policyVersion } from "@/server/policies";
import type { Context } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import { type Deal, isOpen } from "../domain/deal";
import { type PartnerClock, partnerStages, stageAt } from "../domain/stages";
import { registrationFacts, registrationPolicyKind } from "../facts";
import { findDeal } from "../repository";
import { lapseRevocation } from "../repository/revocations";
import { saveAndEndProtection } from "./protection";
import { dealEvent } from "./review";
import { startStage } from "./stage-clock";

/** A protected sale on which a clock of the rules ran out. */
export type PartnerLate = {
  readonly deal: Deal;
  readonly clock: ClockState;
  readonly policy: PolicyVersion;
  readonly basis: NonNullable<Awaited<ReturnType<typeof latestBasis>>> & { readonly facts: Facts };
};

/** Claims a due clock of a protected sale; null where somebody else did, or where there is nothing to take back any more. */
export async function claimPartnerClock(
  { tx, now }: Context,
  { clockId, subjectId }: { clockId: string; subjectId: string },
): Promise<PartnerLate | null> {
  const deal = await findDeal(tx, subjectId);
  if (!deal || !(await fireClock(tx, clockId, now))) return null;
  const basis = await latestBasis(tx, deal.id);
  if (deal.status !== "approved" || !isOpen(deal) || !deal.policyVersionId || !basis) return null;
  return { deal, basis, clock: await findClock(tx, clockId), policy: await policyVersion(tx, deal.policyVersionId) };
}

/** Does what the rules say of the stage that is over: warns with the day on which the protection ends, or ends it. */
export async function partnerIsLate(
  context: Context,
  name: PartnerClock,
  late: PartnerLate,
  words: { readonly warning: string; readonly reason: string },
): Promise<readonly EventDraft[]> {
  const { deal, clock, policy, basis } = late;
  const at = stageAt(partnerStages(policy.body, name, basis.facts), clock.stage);
  if (!at) return [];
  if (at.stage.late === "release") return [await release(context, late, words.reason)];
  const ends = at.next && (await goOn(context, name, late, at.next));
  return [dealEvent(deal, words.warning, ends ? { endsOn: ends } : {})];
}

async function goOn(context: Context, name: PartnerClock, { deal, clock }: PartnerLate, next: CaseStage) {
  const { zone } = await installation(context.tx);
  const since = { startedAt: clock.startedAt, from: clock.dueAt };
  return dayOf(await startStage(context, deal, clockKinds[name], next, since), zone);
}

async function release(
  context: Context,
  { deal, policy, basis }: PartnerLate,
  reasonCode: string,
): Promise<EventDraft> {
  const { tx, now, newId } = context;
  const today = dayOf(now, (await installation(tx)).zone);
  if (!(await saveAndEndProtection(context, deal, { status: "released" }, today)))
    throw new Error("saved by somebody else; the clock fires again");
  await lapseRevocation(tx, deal.id, now);
  await writeDecision(tx, {
    id: newId(),
    kind: registrationPolicyKind,
    subjectId: deal.id,
    partnerId: deal.partnerId,
    policy,
    ...basis,
    declarations: registrationFacts,
    outcome: "released",
    reasonCode,
    note: "",
    by: { kind: "system" },
    at: now,
  });
  const data = { reason: reasonCode, endsOn: today, policy: policy.name, policyVersion: policy.version };
  return dealEvent(deal, "deal.releasedByRule", data);
}
