import type { SystemActor } from "@/kernel/actor";
import { dayOf, instantAt } from "@/kernel/dates";
import { withActor } from "@/server/db";
import { installation } from "@/server/exchange";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import type { ClockHandler } from "@/server/worker";
import { clockKinds } from "./domain/clock";
import { endWarnings } from "./domain/protection";
import { endingSoon } from "./repository/endings";
import { winsWithOrders } from "./repository/wins";
import { confirmByOrder } from "./use-cases/confirm-by-order";
import { escalateDispute } from "./use-cases/escalate-dispute";
import { escalateExtension } from "./use-cases/escalate-extension";
import { escalatePresales } from "./use-cases/escalate-presales";
import { expireProtection } from "./use-cases/expire-protection";
import { lateInactivity } from "./use-cases/late-inactivity";
import { lateMilestone } from "./use-cases/late-milestone";
import { lateReview } from "./use-cases/late-review";
import { warnOfEnd } from "./use-cases/warn-of-end";
import { withdrawUnanswered } from "./use-cases/withdraw-unanswered";

/** What happens when a clock of a registration is due. */
export const dealClocks: readonly ClockHandler[] = [
  { kind: clockKinds.review, useCase: lateReview },
  { kind: clockKinds.answer, useCase: withdrawUnanswered },
  { kind: clockKinds.protection, useCase: expireProtection },
  { kind: clockKinds.inactivity, useCase: lateInactivity },
  { kind: clockKinds.milestone, useCase: lateMilestone },
  // What was asked about a protection that ended this minute is answered by its end.
  { kind: clockKinds.extension, useCase: escalateExtension },
  { kind: clockKinds.presales, useCase: escalatePresales },
  { kind: clockKinds.dispute, useCase: escalateDispute },
];

const clockActor: SystemActor = { kind: "system", cause: "clock" };
const lookEvery = 10 * 60_000;
const batch = 200;
const mostWins = 1000;

/** The errand that confirms reported wins by orders in the vendor's books; it says how many. It looks every minute. */
export function matchOrders(): (now: Date, stopping?: AbortSignal) => Promise<number> {
  let next = 0;
  return async (now, stopping) => {
    if (now.getTime() < next) return 0;
    next = now.getTime() + 60_000;
    const wins = await withActor(clockActor, (tx) => winsWithOrders(tx, mostWins));
    let confirmed = 0;
    for (const dealId of wins) {
      if (stopping?.aborted) break;
      const result = await execute(confirmByOrder, clockActor, { dealId }, { now, newId });
      if (result.ok && result.value.confirmed) confirmed += 1;
    }
    return confirmed;
  };
}

/** The errand that gives warning of protections that end soon; it says of how many. It looks every ten minutes. */
export function warnOfEndings(): (now: Date, stopping?: AbortSignal) => Promise<number> {
  let next = 0;
  return async (now, stopping) => {
    if (now.getTime() < next) return 0;
    next = now.getTime() + lookEvery;
    const { endings } = await withActor(clockActor, async (tx) => {
      const { zone } = await installation(tx);
      const today = dayOf(now, zone);
      const isTime = instantAt(today, endWarnings.from, zone) <= now;
      return { endings: isTime ? await endingSoon(tx, endWarnings.days, { today, zone, most: batch }) : [] };
    });
    let warned = 0;
    for (const ending of endings) {
      if (stopping?.aborted) break;
      const result = await execute(warnOfEnd, clockActor, ending, { now, newId, requestId: ending.dealId });
      if (result.ok && result.value.warned) warned += 1;
    }
    return warned;
  };
}
