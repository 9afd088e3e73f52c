import { dayOf } from "@/kernel/dates";
import type { Evaluation } from "@/kernel/policy";
import { latestBasis, writeDecision } from "@/server/decisions";
import type { EventDraft } from "@/server/events";
import { installation } from "@/server/exchange";
import { policyInForce, policyVersion } from "@/server/policies";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { registrationFacts, registrationPolicyKind } from "../facts";
import { saveAndEndProtection } from "./protection";
import { dealEvent } from "./review";

/** What an imported registration was decided on: nothing this installation knows. */
const nothing: Evaluation = { verdict: "approve", rules: [], outputs: {}, rows: {} };

/**
 * Takes a protection back as of today, with a decision the partner reads; null when somebody else saved the deal in between.
 * Two people stand behind it by now.
 */
export async function revoke(
  context: Context,
  deal: Deal,
  { cause, note }: { cause: string; note: string },
): Promise<EventDraft | null> {
  const { actor, tx, now, newId } = context;
  if (actor.kind !== "person") throw new Error("a protection is taken back by a person");
  const today = dayOf(now, (await installation(tx)).zone);
  if (!(await saveAndEndProtection(context, deal, { status: "revoked" }, today))) return null;
  const basis = await latestBasis(tx, deal.id);
  await writeDecision(tx, {
    id: newId(),
    kind: registrationPolicyKind,
    subjectId: deal.id,
    partnerId: deal.partnerId,
    policy: deal.policyVersionId
      ? await policyVersion(tx, deal.policyVersionId)
      : await policyInForce(tx, registrationPolicyKind, now),
    facts: basis?.facts ?? {},
    evaluation: basis?.evaluation ?? nothing,
    declarations: registrationFacts,
    outcome: "revoked",
    reasonCode: cause,
    note,
    by: { kind: "person", id: actor.personId, name: actor.name },
    at: now,
  });
  return dealEvent(deal, "deal.revoked", { reason: cause, note, endsOn: today });
}
