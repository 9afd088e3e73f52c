import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { endChild, endOf, lastLines } from "./children";
import { dataFolder, keptSecret, type PreparedDatabase } from "./database";
import type { Demo } from "./settings";
import { node, runToEnd, startInBackground, tsx } from "./steps";

/** Variables laid over those of this process. */
export type Environment = Readonly<Record<string, string>>;

export type Address = { readonly host: string; readonly port: number; readonly url: string };

/** The settings web, worker and seed run with. What the environment sets already wins. */
export function productEnvironment(database: PreparedDatabase, url: string): Environment {
  const address = process.env.APP_URL || url;
  return {
    DATABASE_URL: database.ownerUrl,
    APP_DATABASE_URL: database.appUrl,
    AUTH_DATABASE_URL: database.authUrl,
    WORKER_DATABASE_URL: database.workerUrl,
    APP_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret("session"),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Fills an empty database with the demo program. */
export async function seedDemo(env: Environment, demo: Demo = "demo"): Promise<void> {
  await runToEnd({ ...tsx("prisma/seed/run.ts", `--profile=${demo}`), env });
}

export type Running = {
  readonly children: Readonly<Record<"web" | "worker", ChildProcess>>;
  readonly stop: () => Promise<void>;
};

/** Starts web and worker. Neither gets the owner's address: the worker has a login that owns the job queue and no more. */
export function startProduct(env: Environment, { host, port }: Address, mode: "start" | "dev"): Running {
  const NODE_ENV = mode === "dev" ? "development" : "production";
  // Empty and not left out: Next would read a variable that is left out from a file.
  const common = { ...env, NODE_ENV, DATABASE_URL: "", WORKER_DATABASE_URL: "" };
  const web = startInBackground(
    { ...node("node_modules/next/dist/bin/next", mode, "-H", host, "-p", String(port)), env: common },
    logOf("web"),
  );
  const worker = startInBackground(
    { ...tsx("src/worker.ts"), env: { ...common, DATABASE_URL: env.WORKER_DATABASE_URL ?? "" } },
    logOf("worker"),
  );
  return {
    children: { web, worker },
    async stop() {
      await Promise.all([endChild(web), endChild(worker)]);
    },
  };
}

function logOf(name: string): string {
  return path.join(dataFolder(), "logs", `${name}.log`);
}

/** Why the product does not run: the process that ended, with the last lines it wrote; null while both run. */
export function whyEnded({ children }: Running): string | null {
  for (const [name, child] of Object.entries(children)) {
    const end = endOf(child);
    if (end)
      return `The ${name} process ${end}. The last it wrote to ${path.relative("", logOf(name))}:\n${lastLines(child)}`;
  }
  return null;
}

/** Waits until web or worker ends, and tells which and why. */
export async function untilEnded(running: Running): Promise<string> {
  const children = Object.values(running.children);
  return new Promise((resolve) => {
    const look = () => {
      const why = whyEnded(running);
      if (why) resolve(why);
    };
    for (const child of children) child.once("exit", () => setImmediate(look));
    look();
  });
}

/**
 * Waits until the product says that it is ready; from then on what it writes about errors is shown. Throws when web or worker
 * ended before.
 */
export async function untilReady(running: Running, url: string, seconds: number): Promise<void> {
  let said = "nothing";
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await wait(100)) {
    const why = whyEnded(running);
    if (why) throw new Error(why);
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) {
      for (const child of Object.values(running.children)) child.stderr?.pipe(process.stderr, { end: false });
      return;
    }
    if (answer) said = await answer.text().catch(() => said);
  }
  const logs = Object.entries(running.children).map(([name, child]) => `${name}:\n${lastLines(child)}`);
  throw new Error(`The product is not ready after ${seconds} seconds; /readyz says ${said}.\n${logs.join("\n")}`);
}
