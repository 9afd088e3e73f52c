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
 * claimed in the transaction that carries out its consequence, so it happens once or not at all.
 */
export async function fireDueClocks(handlers: readonly ClockHandler[], now: Date): Promise<number> {
  let fired = 0;
  for (const { kind, useCase } of handlers) {
    const due = await withActor(clockActor, (tx) => dueClocks(tx, kind, now, batch));
    for (const clock of due) {
      try {
        const result = await execute(
          useCase,
          clockActor,
          { clockId: clock.id, subjectId: clock.subjectId },
          { now, newId },
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

export type Duties = {
  readonly clocks: readonly ClockHandler[];
  readonly reactions: readonly Reaction[];
  /** What is looked after all the time, one after the other. */
  readonly errands: readonly ((now: Date) => Promise<unknown>)[];
};

/** Does work again and again with a pause in between; what goes wrong is logged, and tried again in the next turn. */
function again(work: readonly ((now: Date) => Promise<unknown>)[]): Worker {
  let stopped = false;
  let wake = () => {};
  async function turns(): Promise<void> {
    while (!stopped) {
      for (const each of work) await each(new Date()).catch((error) => log.error({ err: error }, "tried again soon"));
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, stopped ? 0 : lookEveryMs);
      });
    }
  }
  const ended = turns();
  return {
    stop() {
      stopped = true;
      wake();
      return ended;
    },
  };
}

/** Runs the schedule until stopped. `connectionString` is a direct connection, not one through a pooler: it listens. */
export async function startWorker(connectionString: string, duties: Duties): Promise<Worker> {
  const runner: Runner = await run({
    connectionString,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: {
      fireClocks: async () => {
        await fireDueClocks(duties.clocks, new Date());
      },
    },
    crontab: "* * * * * fireClocks ?max=3",
  });
  await beat(new Date());
  await fireDueClocks(duties.clocks, new Date());
  const attentive = again([(now) => deliverEvents(duties.reactions, now), ...duties.errands]);
  const heart = setInterval(
    () => beat(new Date()).catch((error) => log.error({ err: error }, "no heartbeat")),
    beatEveryMs,
  );
  return {
    async stop() {
      clearInterval(heart);
      await Promise.all([attentive.stop(), runner.stop()]);
    },
  };
}
