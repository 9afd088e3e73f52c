import type { SystemActor } from "@/kernel/actor";
import { type Tx, withActor } from "./db";
import { newId } from "./ids";
import { log } from "./log";

/** A fact as it was written, for what happens because of it. */
export type HappenedEvent = {
  readonly id: string;
  /** Grows with every event; those of one transaction follow each other. */
  readonly sequence: bigint;
  readonly at: Date;
  readonly type: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly partnerId: string | null;
  readonly audience: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

/** What happens because of events: it writes in the transaction that ends the delivery, and calls nobody outside. */
export type Reaction = (context: { tx: Tx; now: Date; newId: () => string }, event: HappenedEvent) => Promise<void>;

const actor: SystemActor = { kind: "system", cause: "worker" };
const batch = 100;
const mostAttempts = 12;

/** When a delivery is tried again: after ten seconds, then twice as long each time, up to an hour. */
function nextTry(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(10 * 2 ** (attempts - 1), 3600) * 1000);
}

/**
 * Hands the events that wait to every reaction, oldest first; returns how many were delivered. A delivery is claimed in the
 * transaction that carries out what follows from it, so it happens once or not at all, however many workers there are and
 * whenever one of them dies. One that fails again and again is left for a person, and the log says so. Asked to stop, it finishes
 * the one at work.
 */
export async function deliverEvents(
  reactions: readonly Reaction[],
  now: Date,
  stopping?: AbortSignal,
): Promise<number> {
  const waiting = await withActor(actor, (tx) =>
    tx.eventDelivery.findMany({
      where: { state: "waiting", dueAt: { lte: now } },
      orderBy: { event: { sequence: "asc" } },
      take: batch,
      select: { eventId: true, attempts: true },
    }),
  );
  let delivered = 0;
  for (const { eventId, attempts } of waiting) {
    if (stopping?.aborted) return delivered;
    try {
      if (await deliver(reactions, eventId, now)) delivered += 1;
    } catch (error) {
      await tryAgainLater(eventId, attempts + 1, error, now);
    }
  }
  return delivered;
}

function deliver(reactions: readonly Reaction[], eventId: string, now: Date): Promise<boolean> {
  return withActor(actor, async (tx) => {
    const { count } = await tx.eventDelivery.updateMany({
      where: { eventId, state: "waiting" },
      data: { state: "delivered", endedAt: now, attempts: { increment: 1 } },
    });
    if (count === 0) return false;
    const { data, ...event } = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
    for (const react of reactions) {
      // Event data is flat by the type of an event draft.
      await react({ tx, now, newId }, { ...event, data: data as HappenedEvent["data"] });
    }
    return true;
  });
}

async function tryAgainLater(eventId: string, attempts: number, error: unknown, now: Date): Promise<void> {
  const isLast = attempts >= mostAttempts;
  log.error({ err: error, event: eventId, attempts }, isLast ? "an event is given up" : "an event is delivered later");
  const message = error instanceof Error ? error.message.slice(0, 1000) : String(error);
  await withActor(actor, (tx) =>
    tx.eventDelivery.updateMany({
      where: { eventId, state: "waiting" },
      data: isLast
        ? { state: "failed", endedAt: now, attempts, error: message }
        : { dueAt: nextTry(attempts, now), attempts, error: message },
    }),
  );
}
