import { readFileSync } from "node:fs";
import { readSources } from "./lib/source-files";
import { coverRequirements, readRequirements } from "./lib/source-requirements";

const requirements = readRequirements(readFileSync("docs/requirements.md", "utf8"));
const { coverage, findings } = coverRequirements(requirements, readSources(".", ["tests", "e2e"]));
const proven = coverage.filter((requirement) => requirement.tests.length > 0);

if (process.argv.includes("--json")) {
  console.log(JSON.stringify({ total: coverage.length, proven: proven.length, requirements: coverage }, null, 2));
} else {
  for (const { id, title, tests } of coverage) {
    console.log(`${tests.length > 0 ? "✓" : "·"} ${id.padEnd(8)} ${title}`);
    for (const test of tests) console.log(`             ${test.path}: ${test.title}`);
  }
  console.log(`\n${proven.length} of ${coverage.length} requirements are named by a test.`);
}
for (const { path, line, message } of findings) console.error(`${path}:${line} ${message}`);
process.exitCode = findings.length > 0 ? 1 : 0;
