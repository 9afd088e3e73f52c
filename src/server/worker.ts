import { setTimeout as wait } from "node:timers/promises";
import { type Runner, run } from "graphile-worker";
import type { SystemActor } from "@/kernel/actor";
import { dueClocks } from "./clocks";
import { withActor } from "./db";
import { deliverEvents, type Reaction } from "./deliveries";
import { newId } from "./ids";
import { log } from "./log";
import { execute, type UseCase } from "./use-case";

/** Which use case does what a due clock is there for. It must be safe to call twice. */
export type ClockHandler = {
  readonly kind: string;
  readonly useCase: UseCase<{ clockId: string; subjectId: string }, { fired: boolean }>;
};

const clockActor: SystemActor = { kind: "system", cause: "clock" };
const workerActor: SystemActor = { kind: "system", cause: "worker" };
const batch = 200;

/**
 * Fires the clocks that are due, oldest first; returns how many did something. Two workers may do this at once: a clock is
 * claimed in the transaction that carries out its consequence, so it happens once or not at all. Asked to stop, it finishes the
 * one at work.
 */
export async function fireDueClocks(
  handlers: readonly ClockHandler[],
  now: Date,
  stopping?: AbortSignal,
): Promise<number> {
  let fired = 0;
  for (const { kind, useCase } of handlers) {
    const due = await withActor(clockActor, (tx) => dueClocks(tx, kind, now, batch));
    for (const clock of due) {
      if (stopping?.aborted) return fired;
      try {
        const result = await execute(
          useCase,
          clockActor,
          { clockId: clock.id, subjectId: clock.subjectId },
          { now, newId, requestId: clock.id },
        );
        if (result.ok && result.value.fired) fired += 1;
      } catch (error) {
        log.error({ err: error, kind, clock: clock.id }, "a clock could not fire; it will be tried again");
      }
    }
  }
  return fired;
}

async function beat(now: Date): Promise<void> {
  await withActor(workerActor, (tx) =>
    tx.workerHeartbeat.upsert({ where: { id: 1 }, create: { id: 1, at: now }, update: { at: now } }),
  );
}

const beatEveryMs = 15_000;
const lookEveryMs = 1000;

export type Worker = { readonly stop: () => Promise<void> };

/** Something that is looked after all the time. Asked to stop, it finishes what it is at and begins nothing more. */
export type Errand = (now: Date, stopping: AbortSignal) => Promise<unknown>;

export type Duties = {
  readonly clocks: readonly ClockHandler[];
  readonly reactions: readonly Reaction[];
  readonly errands: readonly Errand[];
};

/** Runs an errand again and again with a pause; what goes wrong is logged, and tried again in the next turn. */
function again(errand: Errand, stopping?: AbortSignal): Worker {
  const stop = new AbortController();
  const signal = stopping ? AbortSignal.any([stopping, stop.signal]) : stop.signal;
  async function turns(): Promise<void> {
    while (!signal.aborted) {
      await errand(new Date(), signal).catch((error) => log.error({ err: error }, "tried again soon"));
      await wait(lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }
  const ended = turns();
  return {
    stop() {
      stop.abort();
      return ended;
    },
  };
}

/**
 * Runs the schedule until stopped. `connectionString` is a direct connection, not one through a pooler: it listens. `stopping`
 * says that it will be, so that nothing long is begun any more.
 */
export async function startWorker(connectionString: string, duties: Duties, stopping?: AbortSignal): Promise<Worker> {
  const runner: Runner = await run({
    connectionString,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: {
      fireClocks: async () => {
        await fireDueClocks(duties.clocks, new Date(), stopping);
      },
    },
    crontab: "* * * * * fireClocks ?max=3",
  });
  await beat(new Date());
  await fireDueClocks(duties.clocks, new Date(), stopping).catch((error) =>
    log.error({ err: error }, "tried again soon"),
  );
  const deliver: Errand = (now, signal) => deliverEvents(duties.reactions, now, signal);
  // Each goes its own way, so that a mail server that does not answer keeps no inbox waiting.
  const errands = [deliver, ...duties.errands].map((errand) => again(errand, stopping));
  const heart = setInterval(
    () => beat(new Date()).catch((error) => log.error({ err: error }, "no heartbeat")),
    beatEveryMs,
  );
  return {
    async stop() {
      clearInterval(heart);
      await Promise.all([runner.stop(), ...errands.map((errand) => errand.stop())]);
    },
  };
}
