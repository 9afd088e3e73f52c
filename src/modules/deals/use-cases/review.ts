import type { PersonActor } from "@/kernel/actor";
import type { Failure } from "@/kernel/failure";
import type { Evaluation, Facts } from "@/kernel/policy";
import { personName } from "@/modules/people/public";
import { businessCalendar, minutesOnClock, stopClock } from "@/server/clocks";
import { latestBasis, writeDecision } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import { policyVersion } from "@/server/policies";
import type { Context } from "@/server/use-case";
import { mayDecide } from "../access";
import { clockKinds } from "../domain/clock";
import type { Deal } from "../domain/deal";
import { registrationFacts, registrationPolicyKind } from "../facts";
import { managerOfPartner } from "../repository/cases";

export type Review = { readonly facts: Facts; readonly evaluation: Evaluation; readonly minutes: number };

/** Why a registration may not be decided by an actor, as they saw it; null where it may. */
export function guardDecision(actor: Context["actor"], deal: Deal, version: number): Failure | null {
  if (!mayDecide(actor, deal))
    return deal.status === "in_review"
      ? { code: "forbidden" }
      : { code: "conflict", entity: "deal", reason: "deals.errors.alreadyDecided" };
  return deal.version === version
    ? null
    : { code: "conflict", entity: "deal", reason: "deals.errors.changedElsewhere" };
}

/** Stops the reviewer's clock and gathers what a person decides on: the facts and the trace the rules left. */
export async function closeReview({ tx, now }: Context, deal: Deal): Promise<Review> {
  const startedAt = await stopClock(tx, deal.id, clockKinds.review, now);
  const basis = await latestBasis(tx, deal.id);
  if (!basis) throw new Error(`deal ${deal.number} is in review without a decision that sent it there`);
  const minutes =
    (deal.decisionMinutes ?? 0) + minutesOnClock(await businessCalendar(tx, deal.partnerId), startedAt, now);
  return { ...basis, minutes };
}

type ReviewOutcome = {
  readonly outcome: "approved" | "rejected" | "needs_info";
  readonly reasonCode: string;
  readonly note: string;
};

/** Records how a review ended, by whom or by the rules because nobody decided, on whose behalf, and why. */
export async function writeReviewDecision(
  context: Context,
  deal: Deal,
  review: Review,
  { outcome, reasonCode, note }: ReviewOutcome,
): Promise<void> {
  const { actor, tx, newId, now } = context;
  if (!deal.policyVersionId) throw new Error("a decision needs a rule version");
  await writeDecision(tx, {
    id: newId(),
    kind: registrationPolicyKind,
    subjectId: deal.id,
    partnerId: deal.partnerId,
    policy: await policyVersion(tx, deal.policyVersionId),
    facts: review.facts,
    evaluation: review.evaluation,
    declarations: registrationFacts,
    outcome,
    reasonCode,
    note,
    by: actor.kind === "person" ? await deciderOf(tx, deal, actor) : { kind: "system" },
    at: now,
  });
}

async function deciderOf(tx: Context["tx"], deal: Deal, actor: PersonActor) {
  const principal = await principalOf(tx, deal, actor);
  const forName = principal ? await personName(tx, principal) : null;
  return { kind: "person", id: actor.personId, name: actor.name, ...(forName ? { forName } : {}) } as const;
}

/** For whom somebody decides: the reviewer, or the manager they stand in for; null where it is their own case. */
async function principalOf(tx: Context["tx"], deal: Deal, actor: PersonActor): Promise<string | null> {
  if (deal.reviewerId !== null && deal.reviewerId !== actor.personId) return deal.reviewerId;
  if (!actor.standsInFor) return null;
  const manager = await managerOfPartner(tx, deal.partnerId);
  return manager && actor.standsInFor.includes(manager) ? manager : null;
}

/** An event about a deal. */
export function dealEvent(deal: Deal, type: string, data: EventDraft["data"]): EventDraft {
  return { type, subjectKind: "deal", subjectId: deal.id, partnerId: deal.partnerId, data };
}
