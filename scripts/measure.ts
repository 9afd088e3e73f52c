import { readSources } from "./lib/source-files";
import { cruiseLayers } from "./lib/source-layers";
import { countLines } from "./lib/source-names";
import { escapesOf, isTestPath, percentile, repeatedRuns, sizesByFolder } from "./lib/source-numbers";

const round = (value: number) => Math.round(value * 100) / 100;
const sources = readSources(".");
const product = sources.filter((source) => !isTestPath(source.path));
const lengths = sources.map((source) => countLines(source.text));
const lines = lengths.reduce((sum, length) => sum + length, 0);
const productLines = product.reduce((sum, source) => sum + countLines(source.text), 0);
const escapes = sources.map(escapesOf);
const repeats = repeatedRuns(sources);
const { violations } = await cruiseLayers(".", sources);
const longest = sources[lengths.indexOf(Math.max(...lengths))]?.path ?? "";
const casts = escapes.reduce((sum, one) => sum + one.casts, 0);

const numbers = {
  files: sources.length,
  lines,
  medianLines: percentile(lengths, 0.5),
  percentile95Lines: percentile(lengths, 0.95),
  longestLines: percentile(lengths, 1),
  longestFile: longest,
  any: escapes.reduce((sum, one) => sum + one.any, 0),
  castsPerThousandLines: lines === 0 ? 0 : round((casts * 1000) / lines),
  importCycles: violations.filter((violation) => violation.rule === "no-cycles").length,
  testLines: lines - productLines,
  sourceLines: productLines,
  testToSource: productLines === 0 ? 0 : round((lines - productLines) / productLines),
  repeatedRunsPer100Files: sources.length === 0 ? 0 : round((repeats.length * 100) / sources.length),
};
const folders = sizesByFolder(sources);

if (process.argv.includes("--json")) {
  console.log(JSON.stringify({ ...numbers, folders, repeats }, null, 2));
} else {
  const goals = new Map([
    ["medianLines", "60"],
    ["percentile95Lines", "≤ 250"],
    ["longestLines", "≤ 400"],
    ["any", "0"],
    ["castsPerThousandLines", "≤ 1"],
    ["importCycles", "0"],
    ["testToSource", "≥ 1"],
    ["repeatedRunsPer100Files", "< 20"],
  ]);
  for (const [name, value] of Object.entries(numbers)) {
    const goal = goals.get(name);
    console.log(`${name.padEnd(26)}${String(value).padStart(9)}${goal ? `   goal ${goal}` : ""}`);
  }
  console.log("");
  for (const size of folders) {
    console.log(
      `${size.folder.padEnd(26)}${String(size.lines).padStart(9)} lines${String(size.files).padStart(5)} files`,
    );
  }
  if (repeats.length > 0) console.log("\nrepeated runs");
  for (const repeat of repeats.slice(0, 20)) console.log(`  ${repeat.lines} lines  ${repeat.first}  ${repeat.second}`);
}
