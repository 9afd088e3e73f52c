import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build, buildIsFresh } from "./lib/build";
import { findChromium } from "./lib/chromium";
import { prepareDatabase } from "./lib/database";
import { makeFirstLink } from "./lib/first-link";
import { freePort } from "./lib/processes";
import { productEnvironment, type Running, seedDemo, startProduct, untilReady } from "./lib/product";
import { node, runToEnd, step, tsx } from "./lib/steps";

const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
const results = path.resolve(".data/results");
const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

type Counts = { passed: number; failed: number };
const total: Counts = { passed: 0, failed: 0 };

/** Adds what a runner wrote into its JSON report. A stage without a report has run nothing. */
function count(report: string): void {
  if (!existsSync(report)) return;
  // Both reporters are pinned versions; only these numbers are read.
  const json = JSON.parse(readFileSync(report, "utf8"));
  total.passed += json.numPassedTests ?? json.stats?.expected ?? 0;
  total.failed += json.numFailedTests ?? json.stats?.unexpected ?? 0;
}

async function stage(name: string, work: () => Promise<unknown>, report?: string): Promise<void> {
  const file = report && path.join(results, report);
  if (file) rmSync(file, { force: true });
  const started = performance.now();
  console.log(`\n▸ ${name}`);
  try {
    await work();
    console.log(`✓ ${name}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  } finally {
    if (file) count(file);
  }
}

async function database(): Promise<void> {
  const vitest = node(
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "db",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${results}/db.json`,
    ...files,
  );
  await runToEnd({ ...vitest, env: { NODE_ENV: "test" } }, true);
}

type EmptyProduct = { readonly running: Running; readonly variables: Record<string, string> };

/** An installation beside the other that nobody has set up, with its one-time link; its mail goes to a port a journey listens on. */
async function startEmptyProduct(): Promise<EmptyProduct> {
  process.env.DATABASE_NAME = "empty";
  const prepared = await prepareDatabase();
  delete process.env.DATABASE_NAME;
  const port = await freePort(4300, "127.0.0.1");
  const smtp = await freePort(4600, "127.0.0.1");
  const address = { host: "127.0.0.1", port, url: `http://localhost:${port}` };
  const env = {
    ...productEnvironment(prepared, address.url),
    SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    MAIL_FROM: "Go-live <program@vendor.example>",
  };
  const running = startProduct({ ...env, LOG_LEVEL: "warn" }, address, "start");
  await untilReady(running, address.url, 60);
  const link = await makeFirstLink(prepared.ownerUrl, address.url, new Date());
  if (!link) throw new Error("the empty database of the journeys is not empty");
  return {
    running,
    variables: { EMPTY_LINK: link, EMPTY_SMTP_PORT: String(smtp) },
  };
}

const wantsEmpty = files.length === 0 || files.some((file) => file.includes("go-live"));

/** The journeys, against a production server with a database of its own that is thrown away afterwards. */
async function journeys(): Promise<void> {
  const chromium = await step("Chromium", async () => findChromium());
  const folder = path.resolve(`.data/test-${process.pid}`);
  process.env.DATA_DIR = folder;
  for (const name of ["DATABASE_URL", "APP_DATABASE_URL", "AUTH_DATABASE_URL", "WORKER_DATABASE_URL"])
    delete process.env[name];
  const prepared = await step("Database", () => prepareDatabase());
  const port = await freePort(4100, "127.0.0.1");
  const address = { host: "127.0.0.1", port, url: `http://localhost:${port}` };
  const env = productEnvironment(prepared, address.url);
  try {
    await step("Demo program", () => seedDemo(env));
    const running = startProduct({ ...env, LOG_LEVEL: "warn" }, address, "start");
    let empty: EmptyProduct | null = null;
    try {
      await step("Web and worker", () => untilReady(running, address.url, 60));
      if (wantsEmpty) empty = await step("An empty installation", startEmptyProduct);
      const playwright = node("node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...files);
      await runToEnd(
        {
          ...playwright,
          env: {
            BASE_URL: address.url,
            CHROMIUM_PATH: chromium,
            PLAYWRIGHT_JSON_OUTPUT_FILE: `${results}/e2e.json`,
            ...env,
            ...empty?.variables,
          },
        },
        true,
      );
    } finally {
      await empty?.running.stop();
      await running.stop();
    }
  } finally {
    await prepared.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function everything(): Promise<void> {
  mkdirSync(results, { recursive: true });
  if (!only) await stage("check", () => runToEnd(tsx("scripts/check.ts"), true), "pure.json");
  if (!only || only === "db") await stage("database tests", database, "db.json");
  if (!only || only === "e2e") {
    if (!buildIsFresh()) await stage("build", build);
    await stage("routes and actions of the build", () => runToEnd(tsx("scripts/policy.ts", "--build"), true));
    await stage("journeys", journeys, "e2e.json");
  }
}

let failure: unknown = null;
await everything().catch((error: unknown) => {
  failure = error;
});
if (failure) console.error(failure instanceof Error ? failure.message.split("\n").slice(0, 40).join("\n") : failure);
if (failure && total.failed === 0) total.failed = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(failure || total.failed > 0 || total.passed === 0 ? 1 : 0);
