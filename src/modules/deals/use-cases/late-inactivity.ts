import { dayOf } from "@/kernel/dates";
import type { CaseStage } from "@/kernel/policy/schedule";
import { ok } from "@/kernel/result";
import { findClock, fireClock } from "@/server/clocks";
import { latestBasis, writeDecision } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import { installation } from "@/server/exchange";
import { type PolicyVersion, policyVersion } from "@/server/policies";
import { type Context, useCase } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import { type Deal, isOpen } from "../domain/deal";
import { inactivityStages, stageAt } from "../domain/stages";
import { registrationFacts, registrationPolicyKind } from "../facts";
import { findDeal } from "../repository";
import { lastActivity } from "../repository/endings";
import { lapseRevocation } from "../repository/revocations";
import { clockInput } from "../schema";
import { startInactivityClock } from "./inactivity-clock";
import { saveAndEndProtection } from "./protection";
import { dealEvent } from "./review";
import { startStage } from "./stage-clock";

type Basis = NonNullable<Awaited<ReturnType<typeof latestBasis>>>;

/**
 * A stage is over in which the partner did nothing with a protected sale: as the rules of the registration say, it is warned, or
 * the protection is taken back. Where something was done meanwhile, all stages begin again from there.
 */
export const lateInactivity = useCase({
  name: "deal.lateInactivity",
  permission: "clock.fire",
  escalates: ["protection.end"],
  input: clockInput,
  async run(context, { clockId, subjectId }) {
    const { tx, now } = context;
    const nothing = ok({ value: { fired: false }, events: [] });
    const deal = await findDeal(tx, subjectId);
    if (!deal || !(await fireClock(tx, clockId, now))) return nothing;
    const basis = await latestBasis(tx, deal.id);
    if (deal.status !== "approved" || !isOpen(deal) || !deal.policyVersionId || !basis) return nothing;
    const clock = await findClock(tx, clockId);
    const policy = await policyVersion(tx, deal.policyVersionId);
    const active = await lastActivity(tx, deal.id);
    if (active && active > clock.startedAt) {
      await startInactivityClock(context, deal, policy.body, basis.facts, active);
      return nothing;
    }
    const at = stageAt(inactivityStages(policy.body, basis.facts), clock.stage);
    if (!at) return nothing;
    const since = { startedAt: clock.startedAt, from: clock.dueAt };
    const event =
      at.stage.late === "release"
        ? await release(context, deal, policy, basis)
        : await warn(context, deal, at.next, since);
    return ok({ value: { fired: true }, events: [event] });
  },
});

async function warn(
  context: Context,
  deal: Deal,
  next: CaseStage | null,
  since: Parameters<typeof startStage>[4],
): Promise<EventDraft> {
  const { zone } = await installation(context.tx);
  const ends = next && dayOf(await startStage(context, deal, clockKinds.inactivity, next, since), zone);
  return dealEvent(deal, "deal.inactivityWarned", ends ? { endsOn: ends } : {});
}

async function release(context: Context, deal: Deal, policy: PolicyVersion, basis: Basis): Promise<EventDraft> {
  const { tx, now, newId } = context;
  const today = dayOf(now, (await installation(tx)).zone);
  if (!(await saveAndEndProtection(context, deal, { status: "released" }, today)))
    throw new Error("saved by somebody else; the clock fires again");
  await lapseRevocation(tx, deal.id, now);
  const reasonCode = "inactive";
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
