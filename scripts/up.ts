import { setTimeout as wait } from "node:timers/promises";
import { parseEnvironment } from "@/server/env";
import { build, buildIsFresh, generateClient } from "./lib/build";
import { endChildren, endLeftBehind, obeySignals, onChildren, wasInterrupted } from "./lib/children";
import { dataFolder, type PreparedDatabase, prepareDatabase } from "./lib/database";
import { makeFirstLink } from "./lib/first-link";
import { type Lock, type Note, takeLock } from "./lib/lock";
import { demoPersonas, personaLines } from "./lib/personas";
import { freePort, pidOf } from "./lib/processes";
import {
  type Address,
  productEnvironment,
  type Running,
  seedDemo,
  startProduct,
  untilEnded,
  untilReady,
} from "./lib/product";
import { databaseOf, readSettings, type Settings, urlOf } from "./lib/settings";
import { type Job, sideBySide, step } from "./lib/steps";

const stopping = "stopping";

/** Waits for one that is stopping: Ctrl-C gives the terminal back before everything has ended. */
async function takeLockOrHolder(): Promise<ReturnType<typeof takeLock>> {
  for (;;) {
    const lock = takeLock(dataFolder());
    if (!("holder" in lock) || lock.holder.doing !== stopping) return lock;
    await wait(100);
  }
}

function sayWhoRuns({ launcher, since, doing, url }: Note): void {
  const who = `process ${pidOf(launcher)}, since ${new Date(since).toTimeString().slice(0, 5)}`;
  console.log(url ? `Entente runs already at ${url} (${who}).` : `Entente is starting already (${who}): ${doing}.`);
}

function databaseWords({ embedded, applied, begunAgain }: PreparedDatabase): string {
  const parts = [
    embedded ? "private PostgreSQL" : "DATABASE_URL",
    begunAgain ? "begun again because loading the demo program was interrupted" : "",
    applied.length === 0 ? "up to date" : `${applied.length} migrations`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** Whether the demo program is loaded now: into an empty database, and only where nobody else can reach it. */
function wantsDemo({ seeded }: PreparedDatabase, { openedBy, demo, empty }: Settings): boolean {
  if (seeded === "unfinished")
    throw new Error(
      "The database of DATABASE_URL holds half a demo program: loading it was interrupted. Nothing is removed from a server\n" +
        "of yours. Drop that database and create it again, or name an empty one in DATABASE_URL; then start again.",
    );
  if (seeded === "filled" || empty) return false;
  if (demo || !openedBy) return true;
  console.log(
    `  The database is empty. The demo program is not loaded: with ${openedBy} others can reach it, and anybody may sign\n` +
      "  in to it. `npm run up -- --demo` loads it all the same.",
  );
  return false;
}

async function makeReady(database: PreparedDatabase, settings: Settings): Promise<void> {
  const env = productEnvironment(database, urlOf(settings.host, settings.port));
  parseEnvironment({ ...process.env, ...env });
  const seeding = wantsDemo(database, settings);
  const building = !settings.development && !buildIsFresh();
  if (seeding || building || settings.development) await step("Database client", generateClient);
  const jobs: Job[] = [];
  if (seeding) jobs.push({ title: "Demo program", work: () => seedDemo(env, settings.demo ?? "demo") });
  if (building) jobs.push({ title: "Production build", work: build });
  await sideBySide(jobs);
}

async function startServing(database: PreparedDatabase, settings: Settings): Promise<Address & { running: Running }> {
  const { host, development } = settings;
  const port = await freePort(settings.port, host);
  if (port !== settings.port) console.log(`  Port ${settings.port} is taken; using ${port}`);
  const address = { host, port, url: urlOf(host, port) };
  const running = startProduct(productEnvironment(database, address.url), address, development ? "dev" : "start");
  await step("Web and worker", () => untilReady(running, address.url, development ? 120 : 60));
  return { ...address, running };
}

async function sayWhereAndWho(database: PreparedDatabase, url: string, { openedBy }: Settings): Promise<void> {
  const personas = await demoPersonas(database.ownerUrl);
  console.log(`\nEntente is at ${url}\n`);
  for (const line of personaLines(personas)) console.log(line);
  const link = await makeFirstLink(database.ownerUrl, url, new Date());
  if (link)
    console.log(
      `Nobody has set this installation up. Its first administrator begins here, once, within a day:\n  ${link}\n`,
    );
  if (openedBy && personas.length > 0)
    console.log(`This is the demo program, and with ${openedBy} others can reach it: anybody may sign in.\n`);
  console.log("Ctrl-C stops everything; the data stay.");
}

async function launch(lock: Lock): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  console.log("Starting Entente");
  if (await endLeftBehind(lock.leftBehind)) console.log("  Ended what a start that was cut off had left running");
  onChildren((children) => lock.write({ children }));
  const database = await step(
    "Database",
    () => prepareDatabase({ inCharge: true, name: databaseOf(settings.demo) }),
    databaseWords,
  );
  try {
    lock.write({ doing: "demo program and build" });
    await makeReady(database, settings);
    lock.write({ doing: "web and worker" });
    const { running, url: reached } = await startServing(database, settings);
    const url = settings.appUrl ?? reached;
    lock.write({ url });
    await sayWhereAndWho(database, url, settings);
    const why = await untilEnded(running);
    if (!wasInterrupted()) throw new Error(why);
  } finally {
    lock.write({ doing: stopping });
    await endChildren();
    await database.stop();
  }
}

async function main(): Promise<number> {
  // A terminal that was closed must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const lock = await takeLockOrHolder();
  if ("holder" in lock) {
    sayWhoRuns(lock.holder);
    return 0;
  }
  obeySignals(() => lock.write({ doing: stopping }));
  try {
    await launch(lock);
    return 0;
  } catch (error) {
    if (wasInterrupted()) return 0;
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    lock.release();
  }
}

process.exit(await main());
