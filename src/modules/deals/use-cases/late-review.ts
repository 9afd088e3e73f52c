import { dayOf } from "@/kernel/dates";
import type { CaseStage } from "@/kernel/policy/schedule";
import { ok } from "@/kernel/result";
import { findPartnerStanding } from "@/modules/partners/public";
import { personName } from "@/modules/people/public";
import { type ClockState, findClock, fireClock } from "@/server/clocks";
import { latestBasis } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import { installation } from "@/server/exchange";
import { type PolicyVersion, policyVersion } from "@/server/policies";
import { type Context, useCase } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import type { Deal } from "../domain/deal";
import { reviewStages, stageAt } from "../domain/stages";
import { findDeal, isScopeTaken, saveDeal } from "../repository";
import { clockInput } from "../schema";
import { approveReviewed, isDecidable } from "./approval";
import { findReviewer, programOwnerFor } from "./find-reviewer";
import { closeReview, dealEvent } from "./review";
import { startStage } from "./stage-clock";

type Late = {
  readonly deal: Deal;
  readonly policy: PolicyVersion;
  readonly clock: ClockState;
  readonly next: CaseStage | null;
};

/**
 * A stage of a review is over and nobody decided: as the rules of the registration say, its reviewer is reminded, it goes to the
 * next who decides, or it is approved.
 */
export const lateReview = useCase({
  name: "deal.lateReview",
  permission: "clock.fire",
  escalates: ["presales.start"],
  input: clockInput,
  async run(context, { clockId, subjectId }) {
    const { tx, now } = context;
    const nothing = ok({ value: { fired: false }, events: [] });
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now)) || deal.status !== "in_review" || !deal.policyVersionId)
      return nothing;
    const clock = await findClock(tx, clockId);
    const policy = await policyVersion(tx, deal.policyVersionId);
    const facts = (await latestBasis(tx, deal.id))?.facts ?? {};
    const at = stageAt(reviewStages(policy.body, facts), clock.stage);
    const late: Late = { deal, policy, clock, next: at?.next ?? null };
    const events = at?.stage.late === "approve" ? await approve(context, late) : null;
    return ok({ value: { fired: true }, events: events ?? [await goOn(context, late, at?.stage.late ?? "escalate")] });
  },
});

/** Approves what nobody decided in time; null where somebody else is protected by now, so that a person has to look at both. */
async function approve(context: Context, { deal, policy }: Late): Promise<readonly EventDraft[] | null> {
  const { tx, now } = context;
  if (!isDecidable(deal)) return null;
  const { accountId, productLineId, partnerRole: role } = deal;
  const today = dayOf(now, (await installation(tx)).zone);
  if (await isScopeTaken(tx, { accountId, productLineId, role }, deal.id, today)) return null;
  const review = await closeReview(context, deal);
  const reasonCode = "vendor_late";
  const changes = { decisionMinutes: review.minutes, dueAt: null, reviewerId: null };
  const approved = await approveReviewed(context, deal, { review, reasonCode, note: "", changes });
  if (typeof approved === "string") throw new Error("saved or taken by somebody else; the clock fires again");
  const data = { ...approved.granted, reason: reasonCode, policy: policy.name, policyVersion: policy.version };
  return [dealEvent(deal, "deal.approvedByRule", data), ...approved.started];
}

/** Reminds the reviewer or hands the registration on, and starts the next stage. */
async function goOn(context: Context, { deal, clock, next }: Late, late: CaseStage["late"]): Promise<EventDraft> {
  const { tx, now } = context;
  const from = deal.reviewerId;
  const to = late === "remind" ? from : ((await nextReviewer(context, deal, next)) ?? from);
  const since = { startedAt: clock.startedAt, from: clock.dueAt };
  const due = next ? { dueAt: await startStage(context, deal, clockKinds.review, next, since) } : {};
  if (!(await saveDeal(tx, deal, { reviewerId: to, ...due }, now)))
    throw new Error("saved by somebody else; the clock fires again");
  const names = { from: from && (await personName(tx, from)), to: to && (await personName(tx, to)) };
  return dealEvent(deal, late === "remind" ? "deal.reviewReminded" : "deal.escalated", names);
}

async function nextReviewer({ tx, now }: Context, deal: Deal, next: CaseStage | null): Promise<string | undefined> {
  if (next?.who !== "channel_manager") return programOwnerFor(tx, deal);
  const partner = await findPartnerStanding(tx, deal.partnerId);
  const today = dayOf(now, (await installation(tx)).zone);
  return findReviewer(tx, deal, partner?.channelManagerId ?? null, today);
}
