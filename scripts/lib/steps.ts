import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";

/** Prints one line per step with the time it took. */
export async function step<T>(title: string, work: () => Promise<T>, said?: (value: T) => string): Promise<T> {
  const started = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    const value = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${said ? `${said(value)}, ` : ""}${seconds} s\n`);
    return value;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}

export type Command = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** A script of ours or a program of a package, run by this very Node. */
export function node(...args: readonly string[]): Pick<Command, "command" | "args"> {
  return { command: process.execPath, args };
}

/** A TypeScript program of ours. */
export function tsx(...args: readonly string[]): Pick<Command, "command" | "args"> {
  return node("--import", "tsx", ...args);
}

/** Runs a command to its end; the output is shown only when it fails, or as it comes with `show`. */
export function runToEnd({ command, args, env }: Command, show = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${path.basename(command)} ${args.join(" ")} ended with ${code}\n${output}`)),
    );
  });
}

/** Starts a program that keeps running; its output goes to a file, and what it says about errors to the terminal too. */
export function startInBackground({ command, args, env }: Command, logFile: string): ChildProcess {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const file = createWriteStream(logFile, { flags: "a" });
  // A group of its own: Ctrl-C reaches the launcher only, which then stops everything in order.
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  child.stdout?.pipe(file);
  child.stderr?.on("data", (chunk) => {
    file.write(chunk);
    process.stderr.write(chunk);
  });
  return child;
}

/** Ends a child in order; after ten seconds it is ended for good. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(late);
}
