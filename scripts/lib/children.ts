import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { groupLives, isRunning, markOf, pidOf } from "./processes";

export type Command = {
  readonly command: string;
  readonly args: readonly string[];
  /** Laid over the variables of this process. */
  readonly env?: Readonly<Record<string, string>>;
};

const keptLines = 20;
const graceMs = 10_000;

const living = new Map<ChildProcess, string>();
const output = new WeakMap<ChildProcess, string>();
let tellMarks: (marks: readonly string[]) => void = () => {};
let interrupted = false;
let obeying = false;

/** Whether this process was asked to stop. */
export function wasInterrupted(): boolean {
  return interrupted;
}

/** Throws when this process was asked to stop. */
export function mayGoOn(): void {
  if (interrupted) throw new Error("Interrupted");
}

/**
 * When this process is asked to stop it ends its children and starts no more: whoever waits for one gets an error, cleans up
 * and ends. Called with the first child; a program with something else to clean up calls it before.
 */
export function obeySignals(stopping = () => {}): void {
  if (obeying) return;
  obeying = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!interrupted) console.log("\nStopping");
      interrupted = true;
      stopping();
      void endChildren();
    });
  }
}

/** Calls back with the marks of all children that live, now and at each change. */
export function onChildren(tell: (marks: readonly string[]) => void): void {
  tellMarks = tell;
  tell([...living.values()]);
}

/** Starts a program as the head of a group of its own, so that what it starts can be ended with it. */
export function startChild({ command, args, env }: Command, stdio: SpawnOptions["stdio"]): ChildProcess {
  obeySignals();
  mayGoOn();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio, detached: true });
  const forget = () => {
    living.delete(child);
    tellMarks([...living.values()]);
  };
  child.once("exit", forget).once("error", forget);
  const keep = (chunk: Buffer) => output.set(child, `${output.get(child) ?? ""}${chunk}`.slice(-8000));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const mark = markOf(child.pid ?? 0);
  if (mark) living.set(child, mark);
  tellMarks([...living.values()]);
  return child;
}

/** The last lines a child wrote. */
export function lastLines(child: ChildProcess): string {
  return (output.get(child) ?? "").trimEnd().split("\n").slice(-keptLines).join("\n");
}

/** How a child ended, in words; null while it runs. */
export function endOf({ exitCode, signalCode }: ChildProcess): string | null {
  if (signalCode !== null) return `was ended by ${signalCode}`;
  return exitCode === null ? null : `ended with ${exitCode}`;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Asks a group to end, and ends for good what is left of it after ten seconds. */
async function endGroup(pid: number): Promise<void> {
  signalGroup(pid, "SIGTERM");
  for (const started = Date.now(); groupLives(pid); await wait(50)) {
    if (Date.now() - started > graceMs) signalGroup(pid, "SIGKILL");
  }
}

/** Ends a child with all it started. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || !living.has(child)) return;
  await Promise.all([once(child, "exit"), endGroup(child.pid)]);
}

/** Ends every child with all it started. */
export async function endChildren(): Promise<void> {
  await Promise.all([...living.keys()].map(endChild));
}

/** Ends what the children of a launcher that was killed still do; returns whether there was anything. */
export async function endLeftBehind(marks: readonly string[]): Promise<boolean> {
  // The number of a group is not given out again while one of it lives, also after its head has ended.
  const groups = marks.map(pidOf).filter((pid, index) => isRunning(marks[index] ?? "") || markOf(pid) === null);
  const found = groups.filter(groupLives);
  await Promise.all(found.map(endGroup));
  return found.length > 0;
}
