import type { ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { type Command, endOf, lastLines, mayGoOn, startChild, wasInterrupted } from "./children";

const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Prints one line per step with the time it took. */
export async function step<T>(title: string, work: () => Promise<T>, said?: (value: T) => string): Promise<T> {
  mayGoOn();
  const started = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    const value = await work();
    if (!wasInterrupted()) process.stdout.write(`${said ? `${said(value)}, ` : ""}${secondsSince(started)}\n`);
    return value;
  } catch (error) {
    if (!wasInterrupted()) process.stdout.write(`failed after ${secondsSince(started)}\n`);
    throw error;
  }
}

/** Something that takes its time, with the name it has on the console. */
export type Job = { readonly title: string; readonly work: () => Promise<unknown> };

/** Does jobs side by side and prints a line when each is done; ends with the first that fails. */
export async function sideBySide(jobs: readonly Job[]): Promise<void> {
  mayGoOn();
  if (jobs.length > 0) console.log(`  ${jobs.map((job) => job.title).join(" and ")} …`);
  const started = performance.now();
  let failed = false;
  await Promise.all(
    jobs.map(async ({ title, work }) => {
      try {
        await work();
        console.log(`  ${title}, ${secondsSince(started)}`);
      } catch (error) {
        // The others are ended then, which is no failure of theirs.
        if (!failed && !wasInterrupted()) console.log(`  ${title} failed after ${secondsSince(started)}`);
        failed = true;
        throw error;
      }
    }),
  );
}

/** A script of ours or a program of a package, run by this very Node. */
export function node(...args: readonly string[]): Pick<Command, "command" | "args"> {
  return { command: process.execPath, args };
}

/** A TypeScript program of ours. */
export function tsx(...args: readonly string[]): Pick<Command, "command" | "args"> {
  return node("--import", "tsx", ...args);
}

/** Runs a command to its end; its last lines are shown when it fails, or all of them as they come with `show`. */
export function runToEnd(command: Command, show = false): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = startChild(command, ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"]);
    child.once("error", reject);
    child.once("close", (code) => {
      const what = `${path.basename(command.command)} ${command.args.join(" ")}`;
      if (code === 0) resolve();
      else reject(new Error(`${what} ${endOf(child)}\n${lastLines(child)}`.trimEnd()));
    });
  });
}

/** Starts a program that keeps running; its output goes to a file. */
export function startInBackground(command: Command, logFile: string): ChildProcess {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const child = startChild(command, ["ignore", "pipe", "pipe"]);
  const file = createWriteStream(logFile, { flags: "a", mode: 0o600 });
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  return child;
}
