import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { dataFolder, keptSecret, type PreparedDatabase } from "./database";
import { endChild, node, runToEnd, startInBackground, tsx } from "./steps";

/** Variables laid over those of this process. */
export type Environment = Readonly<Record<string, string>>;

export type Address = { readonly host: string; readonly port: number; readonly url: string };

/** The settings web, worker and seed run with. What the environment sets already wins. */
export function productEnvironment(database: PreparedDatabase, url: string): Environment {
  const secret = process.env.NEXTAUTH_SECRET ?? keptSecret("session");
  return {
    DATABASE_URL: database.ownerUrl,
    APP_DATABASE_URL: database.appUrl,
    AUTH_DATABASE_URL: database.authUrl,
    APP_URL: process.env.APP_URL ?? url,
    NEXTAUTH_URL: process.env.APP_URL ?? url,
    NEXTAUTH_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Whether nobody has set this database up yet. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set role entente_owner");
    const { rowCount } = await client.query("select 1 from installation");
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

/** Fills an empty database with the demo program. */
export async function seedDemo(env: Environment): Promise<void> {
  await runToEnd({ ...tsx("prisma/seed/run.ts", "--profile=demo"), env });
}

export type Running = {
  readonly children: Readonly<Record<"web" | "worker", ChildProcess>>;
  readonly stop: () => Promise<void>;
};

/** Starts web and worker. */
export function startProduct(env: Environment, { host, port }: Address, mode: "start" | "dev"): Running {
  const logs = path.join(dataFolder(), "logs");
  const NODE_ENV = mode === "dev" ? "development" : "production";
  const web = startInBackground(
    { ...node("node_modules/next/dist/bin/next", mode, "-H", host, "-p", String(port)), env: { ...env, NODE_ENV } },
    path.join(logs, "web.log"),
  );
  const worker = startInBackground(
    { ...tsx("src/worker.ts"), env: { ...env, NODE_ENV } },
    path.join(logs, "worker.log"),
  );
  return {
    children: { web, worker },
    async stop() {
      await Promise.all([endChild(web), endChild(worker)]);
    },
  };
}

/** Waits until the product says that it is ready; throws when web or worker ended before. */
export async function untilReady({ children }: Running, url: string, seconds: number): Promise<void> {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    for (const [name, child] of Object.entries(children)) {
      if (child.exitCode !== null)
        throw new Error(`The ${name} process ended with ${child.exitCode}; see .data/logs/${name}.log.`);
    }
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`The product is not ready after ${seconds} seconds; see .data/logs.`);
}
