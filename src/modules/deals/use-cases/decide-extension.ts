import { addBusinessMinutes } from "@/kernel/calendar";
import { startOfDay } from "@/kernel/dates";
import { findPartnerStanding } from "@/modules/partners/public";
import { personName } from "@/modules/people/public";
import { businessCalendar, fromPlainDate, startClock } from "@/server/clocks";
import type { EventDraft } from "@/server/events";
import type { Context } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import type { Deal } from "../domain/deal";
import { extensionObstacle, extensionTerms } from "../domain/extension";
import { lastDay } from "../domain/protection";
import { reviewTerms } from "../domain/registration";
import { saveDeal } from "../repository";
import { type ExtensionCase, insertExtension } from "../repository/extensions";
import type { ExtensionGround } from "./extension-case";
import { findReviewer } from "./find-reviewer";
import { extendProtection } from "./protection";

/**
 * Decides an extension a partner asked for by the rules of its registration, as the system: grants it at once, or hands it to a
 * reviewer with a clock. It never waits beyond the protection it is about.
 */
export async function decideExtension(
  context: Context,
  deal: Deal,
  entry: ExtensionCase,
  ground: ExtensionGround,
): Promise<EventDraft> {
  const { policy, zone } = ground;
  const currentUntil = entry.previousUntil;
  const obstacle = extensionObstacle(extensionTerms(policy.body), { ...entry, currentUntil });
  if (obstacle) return review(context, deal, entry, ground, obstacle);
  if (!(await extendProtection(context, deal, entry.wantedUntil, zone)))
    return review(context, deal, entry, ground, "extension_taken");
  // The row was saved in this transaction a moment ago, so nobody can have changed it.
  if (!(await saveDeal(context.tx, deal, { protectedUntil: fromPlainDate(entry.wantedUntil) }, context.now)))
    throw new Error("the deal changed under its own transaction");
  await insertExtension(context.tx, entry, {
    outcome: "granted",
    decidedAt: context.now,
    decidedById: null,
    grantedUntil: entry.wantedUntil,
    decisionNote: "",
  });
  return event(deal, "deal.extendedByRule", {
    protectedThrough: lastDay({ until: entry.wantedUntil }),
    policy: policy.name,
    policyVersion: policy.version,
  });
}

async function review(
  { tx, now, newId }: Context,
  deal: Deal,
  entry: ExtensionCase,
  { policy, today, zone }: ExtensionGround,
  reviewReason: string,
): Promise<EventDraft> {
  const { reviewMinutes } = reviewTerms(policy.body);
  const partner = await findPartnerStanding(tx, deal.partnerId);
  const reviewerId = await findReviewer(tx, deal, partner?.channelManagerId ?? null, today);
  const inTime = addBusinessMinutes(await businessCalendar(tx, deal.partnerId), now, reviewMinutes);
  const ends = startOfDay(entry.previousUntil, zone);
  const dueAt = inTime < ends ? inTime : ends;
  await insertExtension(tx, entry, { reviewReason, reviewerId, dueAt });
  await startClock(tx, {
    id: newId(),
    subjectId: deal.id,
    partnerId: deal.partnerId,
    kind: clockKinds.extension,
    startedAt: now,
    dueAt,
    consequence: "escalate",
  });
  const reviewer = (await personName(tx, reviewerId)) ?? "";
  return event(deal, "deal.extensionSentToReview", { reviewer, reason: reviewReason });
}

function event(deal: Deal, type: string, data: EventDraft["data"]): EventDraft {
  return { type, subjectKind: "deal", subjectId: deal.id, partnerId: deal.partnerId, by: "system", data };
}
