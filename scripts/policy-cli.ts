import { evaluate } from "@/kernel/policy";
import { type Change, diff } from "@/kernel/policy/diff";
import { PolicyDefect } from "@/kernel/policy/language";
import { withRanks } from "@/kernel/policy/ranking";
import { reasonsFor } from "@/kernel/policy/reasons";
import { lint, mayBePublished } from "@/kernel/policy-lint";
import { findingWords } from "@/ui/policy/words";
import { FileFault, type LoadedPolicy, loadFacts, loadPolicy } from "./lib/policy-file";
import { reasonLines, wordingOf } from "./lib/policy-words";

const usage = `npm run policy -- lint FILE            faults of a program, each with its place and its way out
npm run policy -- evaluate FILE FACTS  what a program says of a case, or of each case of a list
npm run policy -- explain FILE FACTS   the same in sentences
npm run policy -- diff A B             what turns one program into another
Options: --json for programs, --lang=de for German. Ends with 0; 1 where there are faults or differences; 2 for a wrong call or
a file that cannot be used.`;

type Output = { readonly lines: readonly string[]; readonly json: unknown; readonly code: 0 | 1 };

function linted(path: string, locale: string): Output {
  const policy = loadPolicy(path);
  const wording = wordingOf(policy, locale);
  const findings = lint(policy.body, policy.declarations);
  const told = findings.map((finding) => ({
    ...finding,
    at: policy.place(finding.where),
    ...findingWords(finding, wording),
  }));
  const lines = told.map(({ at, sentence, fix, where }) => `${at} ${where}: ${sentence} ${fix}`);
  const isFine = mayBePublished(findings);
  const { rules, tables } = policy.body;
  const sum = { rules: rules.length, tables: Object.keys(tables).length, findings: findings.length };
  return {
    lines: [...lines, wording.t("policy.cli.linted", sum)],
    json: { ok: isFine, findings: told },
    code: isFine ? 0 : 1,
  };
}

function refuseFaults(policy: LoadedPolicy): void {
  if (mayBePublished(lint(policy.body, policy.declarations))) return;
  throw new FileFault(`${policy.path}: has faults: npm run policy -- lint ${policy.path}`);
}

function cases(path: string, factsPath: string) {
  const policy = loadPolicy(path);
  refuseFaults(policy);
  const facts = withRanks(policy.body, loadFacts(factsPath, policy));
  return { policy, decided: facts.map((entry) => ({ facts: entry, evaluation: evaluate(policy.body, entry) })) };
}

function evaluated(path: string, factsPath: string): Output {
  const { decided } = cases(path, factsPath);
  const results = decided.map(({ evaluation }) => evaluation);
  const lines = results.flatMap(({ verdict, outputs, values = {}, overrides = [] }) => [
    verdict,
    ...Object.entries({ ...outputs, ...values }).map(([name, answer]) => `  ${name} = ${JSON.stringify(answer)}`),
    ...overrides.map((override) => `  + ${override}`),
  ]);
  return { lines, json: results.length === 1 ? results[0] : results, code: 0 };
}

function explained(path: string, factsPath: string, locale: string): Output {
  const { policy, decided } = cases(path, factsPath);
  const wording = wordingOf(policy, locale);
  const told = decided.map(({ facts, evaluation }) => ({
    evaluation,
    reasons: reasonsFor(policy.body, facts, evaluation),
  }));
  const lines = told.flatMap(({ evaluation, reasons }) => reasonLines(policy, evaluation, reasons, wording));
  const json = told.map(({ evaluation, reasons }) => ({
    verdict: evaluation.verdict,
    outputs: evaluation.outputs,
    reasons,
    sentences: reasonLines(policy, evaluation, reasons, wording).map((line) => line.trim()),
  }));
  return { lines, json: json.length === 1 ? json[0] : json, code: 0 };
}

const marks: Record<Change["kind"], string> = { added: "+", removed: "-", changed: "~", moved: "↕" };

function compared(before: string, after: string): Output {
  const changes = diff(loadPolicy(before).body, loadPolicy(after).body);
  const lines = changes.map(({ kind, path, before: old, after: now }) =>
    [marks[kind], path, ...[old, now].filter((side) => side !== undefined).map((side) => JSON.stringify(side))].join(
      " ",
    ),
  );
  return { lines, json: { same: changes.length === 0, changes }, code: changes.length === 0 ? 0 : 1 };
}

function run(argv: readonly string[]): Output {
  const [verb, first, second] = argv.filter((argument) => !argument.startsWith("--"));
  const options = argv.filter((argument) => argument.startsWith("--"));
  const unknown = options.find((option) => option !== "--json" && !/^--lang=(en|de)$/.test(option));
  if (unknown) throw new FileFault(`${unknown} is not an option\n\n${usage}`);
  const locale = options.includes("--lang=de") ? "de" : "en";
  if (verb === "lint" && first && !second) return linted(first, locale);
  if (verb === "evaluate" && first && second) return evaluated(first, second);
  if (verb === "explain" && first && second) return explained(first, second, locale);
  if (verb === "diff" && first && second) return compared(first, second);
  throw new FileFault(usage);
}

try {
  const asJson = process.argv.includes("--json");
  const { lines, json, code } = run(process.argv.slice(2));
  console.log(asJson ? JSON.stringify(json, null, 2) : lines.join("\n"));
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof FileFault || error instanceof PolicyDefect)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
