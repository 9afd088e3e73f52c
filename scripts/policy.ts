import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { buildFindings } from "./lib/source-build";
import { readSources } from "./lib/source-files";
import { type Policy, readPolicy, unusedActions } from "./lib/source-policy";
import type { Finding, Source } from "./lib/source-syntax";

const file = "policy.json";

/** Everything wrong with the guards, and with the committed list of them. */
export function policyFindings(sources: readonly Source[]): Finding[] {
  const { policy, findings } = readPolicy(sources);
  const all = [...findings, ...unusedActions(policy, sources)];
  if (!existsSync(file) || readFileSync(file, "utf8") !== asText(policy)) {
    all.push({ path: file, line: 1, message: "does not say what the code does: npm run policy:write" });
  }
  return all;
}

function asText(policy: Policy): string {
  return `${JSON.stringify(policy, null, 2)}\n`;
}

function run(): void {
  const sources = readSources(".", ["src"]);
  const { policy, findings } = readPolicy(sources);
  if (process.argv.includes("--write") && findings.length === 0) {
    writeFileSync(file, asText(policy));
    console.log(`${file}: ${policy.routes.length} routes, ${policy.actions.length} actions`);
  }
  const all = process.argv.includes("--build")
    ? [...policyFindings(sources), ...buildFindings(policy)]
    : policyFindings(sources);
  for (const { path, line, message } of all) console.error(`${path}:${line} ${message}`);
  process.exitCode = all.length > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith("policy.ts")) run();
