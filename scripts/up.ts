import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, buildIsFresh, generateClient } from "./lib/build";
import { dataFolder, prepareDatabase } from "./lib/database";
import { personaLines } from "./lib/personas";
import { freePort, isAlive } from "./lib/processes";
import { isEmpty, productEnvironment, type Running, seedDemo, startProduct, untilReady } from "./lib/product";
import { step } from "./lib/steps";

const development = process.argv.includes("--dev");
const host = process.env.HOST ?? "127.0.0.1";
const wantedPort = Number(process.env.PORT ?? 3000);
const pidFile = path.join(dataFolder(), "up.pid");

/** The address another launcher serves from this data folder, if one lives. */
function runningAt(): string | null {
  if (!existsSync(pidFile)) return null;
  const [pid, url] = readFileSync(pidFile, "utf8").split("\n");
  return isAlive(Number(pid), ["up.ts"]) ? (url ?? null) : null;
}

/** Ends what a launcher that was killed left behind, by the numbers it had written down. */
function endOrphans(): void {
  if (!existsSync(pidFile)) return;
  for (const pid of readFileSync(pidFile, "utf8").split("\n").slice(2).map(Number)) {
    if (isAlive(pid, [process.cwd()]) || isAlive(pid, ["src/worker.ts"]) || isAlive(pid, ["next"]))
      process.kill(pid, "SIGTERM");
  }
  rmSync(pidFile, { force: true });
}

async function main(): Promise<void> {
  const elsewhere = runningAt();
  if (elsewhere) {
    console.log(`Entente runs already at ${elsewhere}`);
    return;
  }
  endOrphans();
  console.log("Starting Entente");
  const database = await step(
    "Database",
    () => prepareDatabase(),
    ({ embedded, applied }) => {
      const changes = applied.length === 0 ? "up to date" : `${applied.length} migrations`;
      return `${embedded ? "private PostgreSQL" : "DATABASE_URL"}, ${changes}`;
    },
  );
  let running: Running | null = null;
  let stopping = false;

  async function stop(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    console.log("\nStopping");
    await running?.stop();
    await database.stop();
    rmSync(pidFile, { force: true });
    process.exit(code);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  try {
    const port = await freePort(wantedPort, host);
    if (port !== wantedPort) console.log(`  Port ${wantedPort} is taken; using ${port}`);
    const address = { host, port, url: `http://${host === "127.0.0.1" ? "localhost" : host}:${port}` };
    const env = productEnvironment(database, address.url);
    const seeding = await isEmpty(database.ownerUrl);
    const building = !development && !buildIsFresh();
    if (seeding || building || development) await generateClient();
    // Seed and build need nothing of each other but the client.
    const jobs: Promise<unknown>[] = [];
    if (seeding) jobs.push(seedDemo(env));
    if (building) jobs.push(build());
    const names = [seeding ? "Demo program" : "", building ? "Production build" : ""].filter(Boolean).join(" and ");
    if (names) await step(names, () => Promise.all(jobs));
    running = startProduct(env, address, development ? "dev" : "start");
    const { web, worker } = running.children;
    writeFileSync(pidFile, [process.pid, address.url, web.pid, worker.pid].join("\n"));
    const started = running;
    await step("Web and worker", () => untilReady(started, address.url, development ? 120 : 60));
    console.log(`\nEntente is at ${address.url}\n`);
    for (const line of await personaLines(database.ownerUrl)) console.log(line);
    console.log("\nCtrl-C stops everything; the data stay.");
    for (const [name, child] of Object.entries(running.children)) {
      child.once("exit", (code) => {
        if (!stopping) console.error(`The ${name} process ended with ${code}; see .data/logs/${name}.log`);
        void stop(code ?? 1);
      });
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
