import type { Finding } from "./source-syntax";

const moduleFiles = new Set([
  "schema.ts",
  "facts.ts",
  "access.ts",
  "repository.ts",
  "queries.ts",
  "metrics.ts",
  "list.ts",
  "actions.ts",
  "reactions.ts",
  "schedule.ts",
  "invariants.ts",
  "public.ts",
]);
// repository, queries and metrics become folders when one file would be too long.
const moduleFolders = new Set(["domain", "use-cases", "mails", "presets", "ui", "repository", "queries", "metrics"]);
// A channel manager is a person of the product, not a vague class name.
const vagueName = /(^|-)(utils?|helpers?|services?)$|^managers?$|(?<!(^|-)channel)-managers?$/;
const longestFile = 400;

/** Names of files and folders: the closed vocabulary of a module, no vague names, no barrels. */
export function nameFindings(path: string): Finding[] {
  const messages: string[] = [];
  const segments = path.split("/");
  const file = segments.at(-1) ?? path;
  const bareName = file.replace(/(\.(test|db|d|spec|config))*\.[a-z]+$/, "");

  for (const name of [...segments.slice(0, -1), bareName]) {
    if (vagueName.test(name)) messages.push(`"${name}" says nothing: name the file after the one thing it does`);
  }
  if (bareName === "index") messages.push("no barrels: import the file that holds the thing");
  if (path.startsWith("src/modules/")) messages.push(...moduleNameMessages(segments.slice(2), file));
  return messages.map((message) => ({ path, line: 1, message }));
}

/** A file of more than 400 lines does more than one thing. */
export function lengthFindings(path: string, text: string): Finding[] {
  const lines = countLines(text);
  if (lines <= longestFile) return [];
  return [{ path, line: longestFile, message: `${lines} lines: split it (at most ${longestFile}, aim for 250)` }];
}

export function countLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

function moduleNameMessages(inside: readonly string[], file: string): string[] {
  const [moduleName, first] = inside;
  if (first === undefined) return [`${moduleName} lies beside the modules: move it into the module it belongs to`];
  if (inside.length === 2 && !moduleFiles.has(file)) {
    return [
      `"${file}" is not in a module's vocabulary (${[...moduleFiles].join(", ")}): put it in domain/, use-cases/ or ui/`,
    ];
  }
  if (inside.length > 2 && !moduleFolders.has(first)) {
    return [`"${first}/" is not a module's folder (${[...moduleFolders].join(", ")})`];
  }
  return [];
}
