import type { ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { type Command, endChild, lastLines } from "./children";
import { type CheckedWrites, checkWrites } from "./drill-check";
import { clocksDue, letClocksBeDue, workerBeat } from "./drill-clocks";
import { type Perform, readPeople, type Writing, writeSteadily } from "./drill-writes";
import { killPostgres } from "./kill-postgres";
import { startPostgres } from "./postgres";
import { startInBackground } from "./steps";

export type Victim = "app" | "worker" | "postgres";

export type KillDrill = {
  /** The folder of the private server. */
  readonly postgres: string;
  readonly ownerUrl: string;
  readonly app: Command;
  readonly worker: Command;
  readonly logs: string;
  readonly perform: Perform;
  /** Whether the application answers. */
  readonly isUp: () => Promise<boolean>;
  readonly perSecond: number;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly say?: (line: string) => void;
};

export type Killed = CheckedWrites & {
  readonly kills: Readonly<Record<Victim, number>>;
  readonly done: number;
  readonly refused: number;
  readonly unknown: number;
  /** The longest time after which writes were answered again, in milliseconds. */
  readonly longestPause: number;
};

/** The order of the kills: each kind spread over the whole time. */
export function orderOf(kills: Readonly<Record<Victim, number>>): Victim[] {
  const victims: readonly Victim[] = ["app", "worker", "postgres"];
  return victims
    .flatMap((victim) =>
      Array.from({ length: kills[victim] }, (_, index) => ({ victim, at: (index + 0.5) / kills[victim] })),
    )
    .sort((left, right) => left.at - right.at)
    .map(({ victim }) => victim);
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || ended(child)) return;
  const gone = once(child, "exit");
  // With all it has started.
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

/** Starts the server again. Processes of the one that was killed may hold its memory for a moment. */
async function startAgain(folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await startPostgres({ folder });
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await wait(250);
    }
  }
}

/** The two programs at work, and how each victim is killed and comes back. */
function programs({ app, worker, logs, ownerUrl, postgres, isUp }: KillDrill) {
  const start = (name: "app" | "worker", command: Command) => startInBackground(command, `${logs}/${name}.log`);
  const running = { app: start("app", app), worker: start("worker", worker) };
  const restart = async (name: "app" | "worker") => {
    await kill(running[name]);
    running[name] = start(name, name === "app" ? app : worker);
  };
  const alive = () => {
    for (const [name, child] of Object.entries(running))
      if (ended(child)) throw new Error(`The ${name} did not outlive what was killed.\n${lastLines(child)}`);
  };
  const attacks: Readonly<Record<Victim, () => Promise<void>>> = {
    app: () => restart("app"),
    async worker() {
      await until(async () => (await letClocksBeDue(ownerUrl)) > 0, "a protection that can end", alive);
      const due = await clocksDue(ownerUrl);
      await restart("worker");
      await until(async () => (await clocksDue(ownerUrl)) < due, "the first clock that fires", alive);
      await restart("worker");
    },
    async postgres() {
      const since = new Date();
      await until(() => workerBeat(ownerUrl, since), "the worker's next sign of life", alive);
      await wait(randomInt(200, 1000));
      await killPostgres(postgres);
      await startAgain(postgres);
    },
  };
  return { attacks, alive, isUp, stop: () => Promise.all([endChild(running.app), endChild(running.worker)]) };
}

const longestWait = 60_000;

async function until(condition: () => Promise<boolean>, what: string, alive: () => void): Promise<void> {
  for (const started = Date.now(); !(await condition()); await wait(20)) {
    alive();
    if (Date.now() - started > longestWait)
      throw new Error(`Waited ${longestWait / 1000} seconds in vain for ${what}.`);
  }
}

/** Waits until something is acknowledged; returns how long that took. */
async function untilAcknowledged({ log }: Writing, alive: () => void): Promise<number> {
  const started = Date.now();
  const before = log.length;
  await until(async () => log.slice(before).some(({ outcome }) => outcome === "done"), "an acknowledged write", alive);
  return Date.now() - started;
}

/**
 * Kills application, worker and PostgreSQL with no chance to clean up while deals are registered, and looks at the end whether
 * everything that was acknowledged is there, and nothing by half. What was not killed has to outlive what was.
 */
export async function drillKill(drill: KillDrill): Promise<Killed> {
  const { ownerUrl, say = () => {} } = drill;
  const { attacks, alive, isUp, stop } = programs(drill);
  let writing: Writing | null = null;
  let longestPause = 0;
  try {
    await until(isUp, "the application", alive);
    writing = writeSteadily(await readPeople(ownerUrl), drill.perform, drill.perSecond);
    await untilAcknowledged(writing, alive);
    for (const [index, victim] of orderOf(drill.kills).entries()) {
      await wait(randomInt(200, 1000));
      await attacks[victim]();
      const pause = await untilAcknowledged(writing, alive);
      longestPause = Math.max(longestPause, pause);
      say(`${index + 1}. kill -9 ${victim}, acknowledged again after ${pause} ms`);
    }
    await writing.stop();
    await until(async () => (await clocksDue(ownerUrl)) === 0, "the clocks that are due", alive);
  } finally {
    await writing?.stop();
    await stop();
  }
  const { log } = writing;
  const count = (outcome: string) => log.filter((written) => written.outcome === outcome).length;
  const checked = await checkWrites(ownerUrl, log);
  const counted = { done: count("done"), refused: count("refused"), unknown: count("unknown") };
  return { kills: drill.kills, ...counted, longestPause, ...checked };
}
