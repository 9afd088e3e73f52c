import { spawn } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { houseFindings, layerFindings } from "./lib/source-checks";
import { filesBelow, readSources } from "./lib/source-files";
import type { Finding } from "./lib/source-syntax";
import { policyFindings } from "./policy";

/** What a step prints when it fails; null when all is well. */
type Outcome = string | null;

let failed = false;

async function step(name: string, run: () => Promise<Outcome> | Outcome): Promise<boolean> {
  const start = performance.now();
  const outcome = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
  console.log(`${outcome === null ? "✓" : "✗"} ${name.padEnd(12)}${seconds} s`);
  if (outcome !== null) {
    failed = true;
    console.log(outcome.trimEnd().replace(/^/gm, "    "));
  }
  return outcome === null;
}

/** Runs the program of an installed package and keeps its output for a failure. */
function tool(file: string, ...options: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join("node_modules", file), ...options], {
      env: { ...process.env, CI: "1" },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? null : output || `ended with ${code}`));
  });
}

function asText(findings: Finding[]): Outcome {
  return findings.length === 0
    ? null
    : findings.map(({ path, line, message }) => `${path}:${line} ${message}`).join("\n");
}

/** Whether `made` is missing or older than one of the files it is made from. */
function isStale(made: string, from: readonly string[]): boolean {
  if (!existsSync(made)) return true;
  const age = statSync(made).mtimeMs;
  return from.some((file) => statSync(file).mtimeMs > age);
}

async function types(): Promise<Outcome> {
  const routes = filesBelow(".", "src/app").filter((path) => /\/(page|layout|route)\.tsx?$/.test(path));
  if (!existsSync("next-env.d.ts") || isStale(".next/types/routes.d.ts", routes)) {
    const outcome = await tool("next/dist/bin/next", "typegen");
    if (outcome !== null) return outcome;
  }
  return tool("typescript/bin/tsc", "--noEmit");
}

function resultsFile(): string {
  const option = process.argv.indexOf("--json");
  const file = option < 0 ? undefined : process.argv[option + 1];
  return file ?? ".data/results/pure.json";
}

async function run(): Promise<void> {
  const schema = filesBelow(".", "prisma/schema");
  if (isStale("src/server/generated/prisma/client.ts", schema)) {
    await step("prisma", () => tool("prisma/build/index.js", "generate"));
  }
  const results = resultsFile();
  mkdirSync(dirname(results), { recursive: true });
  const sources = readSources(".");
  await Promise.all([
    step("layers", async () => asText(await layerFindings(".", sources))),
    step("biome", () => tool("@biomejs/biome/bin/biome", "ci", ".", "--colors=off")),
    step("types", types),
    step("unused", () => tool("knip/bin/knip.js", "--no-progress", "--include=files,dependencies,unlisted,unresolved")),
    step("house", () => asText(houseFindings(".", sources))),
    step("policy", () => asText(policyFindings(sources))),
    step("tests", () =>
      tool(
        "vitest/vitest.mjs",
        "run",
        "--project=pure",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${results}`,
      ),
    ),
  ]);
  process.exitCode = failed ? 1 : 0;
}

await run();
