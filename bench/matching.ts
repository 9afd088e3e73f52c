import { createReadStream, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "csv-parse";
import { z } from "zod";
import { matchFrom } from "@/modules/accounts/domain/matching/compare-names";
import { type Member, type Pair, type Quality, qualityOfGroups, qualityOfPairs } from "./lib/matching-quality";

const usage = `npm run bench:matching -- FILE [--json] [--errors N]

Measures how well company names are matched. FILE is CSV, either pairs (name1,name2,is_match) or groups (entity_id,raw_name),
where names of one company share an id. Pairs are compared only where the index of the product proposes them.`;

const yes = new Set(["1", "true", "t", "yes", "y", "match"]);
const pairRow = z.object({ name1: z.string(), name2: z.string(), is_match: z.string() });
const groupRow = z.object({ entity_id: z.string(), raw_name: z.string() });

const rowsOf = (file: string) =>
  createReadStream(file).pipe(parse({ bom: true, columns: true, skip_empty_lines: true, relax_column_count: true }));

async function* pairsIn(file: string): AsyncIterable<Pair> {
  for await (const row of rowsOf(file)) {
    const { name1, name2, is_match } = pairRow.parse(row);
    yield { name1, name2, isMatch: yes.has(is_match.trim().toLowerCase()) };
  }
}

async function membersIn(file: string): Promise<Member[]> {
  const members: Member[] = [];
  for await (const row of rowsOf(file)) {
    const { entity_id, raw_name } = groupRow.parse(row);
    members.push({ entity: entity_id, name: raw_name });
  }
  return members;
}

function shapeOf(file: string): "pairs" | "groups" {
  const head = readFileSync(file, "utf8").slice(0, 2000).split(/\r?\n/)[0] ?? "";
  if (/\bname1\b/.test(head) && /\bis_match\b/.test(head)) return "pairs";
  if (/\bentity_id\b/.test(head) && /\braw_name\b/.test(head)) return "groups";
  throw new Error(`${file} has neither the columns name1,name2,is_match nor entity_id,raw_name`);
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

function told(file: string, result: Quality): string {
  const lines = [
    `${file}: ${result.names} names, ${result.pairs} pairs, ${result.matchingPairs} of them one company`,
    `precision ${percent(result.precision)}, recall ${percent(result.recall)}, f1 ${result.f1.toFixed(4)} (from a score of ${matchFrom})`,
    `${result.falsePositives} false merges, ${result.falseNegatives} misses; the index proposes ${result.candidates.pairs} pairs with ${percent(result.candidates.recall)} of the matching ones`,
    ...result.errors.map(
      ({ kind, name1, name2, score, candidate }) =>
        `  ${kind === "miss" ? "missed" : "merged"} ${score.toFixed(2)} ${candidate ? "" : "(not proposed) "}${name1} | ${name2}`,
    ),
  ];
  return lines.join("\n");
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { json: { type: "boolean" }, errors: { type: "string", default: "100" } },
});
const [file] = positionals;
if (!file) {
  console.error(usage);
  process.exit(2);
}
const started = performance.now();
const most = Number(values.errors);
const shape = shapeOf(file);
const result =
  shape === "pairs" ? await qualityOfPairs(pairsIn(file), most) : qualityOfGroups(await membersIn(file), most);
const seconds = Math.round((performance.now() - started) / 10) / 100;
console.log(
  values.json ? JSON.stringify({ file, shape, threshold: matchFrom, seconds, ...result }, null, 2) : told(file, result),
);
