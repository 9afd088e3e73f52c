import { type Runner, run } from "graphile-worker";
import type { SystemActor } from "@/kernel/actor";
import { dueClocks } from "./clocks";
import { withActor } from "./db";
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

export type Worker = { readonly stop: () => Promise<void> };

/** Runs the schedule until stopped. `connectionString` is a direct connection, not one through a pooler: it listens. */
export async function startWorker(connectionString: string, handlers: readonly ClockHandler[]): Promise<Worker> {
  const runner: Runner = await run({
    connectionString,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: {
      fireClocks: async () => {
        await fireDueClocks(handlers, new Date());
      },
    },
    crontab: "* * * * * fireClocks ?max=3",
  });
  await beat(new Date());
  await fireDueClocks(handlers, new Date());
  const heart = setInterval(
    () => beat(new Date()).catch((error) => log.error({ err: error }, "no heartbeat")),
    beatEveryMs,
  );
  return {
    async stop() {
      clearInterval(heart);
      await runner.stop();
    },
  };
}
