import { readFileSync } from "node:fs";
import type { z } from "zod";
import type { FactDeclaration, Facts, LocalText, PolicyBody } from "@/kernel/policy/language";
import { fits, kindsOf } from "@/kernel/policy/signature";
import { registrationFacts, registrationPolicyKind } from "@/modules/deals/facts";
import { type PolicyFile, policyFileSchema } from "@/server/policy-schema";
import { JsonFault, lineAndColumn, pathTo, readJson } from "./json-positions";

/** A file that cannot be used, with the place and what is wrong there. */
export class FileFault extends Error {}

export type LoadedPolicy = {
  readonly path: string;
  readonly file: PolicyFile;
  readonly body: PolicyBody;
  readonly declarations: readonly FactDeclaration[];
  /** What facts are called, where the file says so itself. */
  readonly labels: ReadonlyMap<string, LocalText>;
  /** "file:line:column" of a finding of lint. */
  place(where: string): string;
};

// Facts that the product supplies need not be declared by a file.
const supplied: Readonly<Record<string, readonly FactDeclaration[]>> = { [registrationPolicyKind]: registrationFacts };

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch {
    throw new FileFault(`${path}: there is no such file`);
  }
}

function read(path: string) {
  const text = textOf(path);
  const place = (offset: number) => {
    const { line, column } = lineAndColumn(text, offset);
    return `${path}:${line}:${column}`;
  };
  try {
    return { ...readJson(text), place };
  } catch (error) {
    if (error instanceof JsonFault) throw new FileFault(`${place(error.offset)} ${error.message}`);
    throw error;
  }
}

const issueWords = ({ path, message }: z.core.$ZodIssue) => `${path.join(".") || "the file"}: ${message}`;

/** Reads a program from a file. Throws a FileFault that names every place that does not have the documented form. */
export function loadPolicy(path: string): LoadedPolicy {
  const { value, at, place } = read(path);
  const parsed = policyFileSchema.safeParse(value);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${place(at(issue.path.map(asKey)))} ${issueWords(issue)}`);
    throw new FileFault(lines.join("\n"));
  }
  const file = parsed.data;
  const own = file.facts.map(
    ({ label, window: _window, ...fact }) => ({ ...fact, label: label.en }) as FactDeclaration,
  );
  const named = new Set(own.map(({ id }) => id));
  return {
    path,
    file,
    body: file.policy,
    declarations: [...own, ...(supplied[file.kind] ?? []).filter(({ id }) => !named.has(id))],
    labels: new Map(file.facts.map(({ id, label }) => [id, label as LocalText])),
    place: (where) => {
      const from = where.startsWith("facts.") ? pathTo(value, where) : pathTo(value, `policy.${where}`);
      return place(at(from));
    },
  };
}

const asKey = (part: PropertyKey) => (typeof part === "number" ? part : String(part));

/**
 * Reads the facts of a case, or of many in a list. Throws a FileFault for one that is not declared, not written as its type is, or
 * missing.
 */
export function loadFacts(path: string, policy: LoadedPolicy): readonly Facts[] {
  const { value, at, place } = read(path);
  const many = Array.isArray(value);
  const kinds = kindsOf({}, policy.declarations);
  const faults: string[] = [];
  const cases = (many ? value : [value]).map((entry: unknown, index: number): Facts => {
    const here = many ? [index] : [];
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
      faults.push(`${place(at(here))} facts are written as { "name": value }`);
      return {};
    }
    for (const [name, fact] of Object.entries(entry)) {
      const kind = kinds.get(name);
      if (!kind) faults.push(`${place(at([...here, name]))} ${name} is not a fact of this program`);
      else if (fact === null ? kind.known : !fits(kind.type, fact))
        faults.push(`${place(at([...here, name]))} ${name} is not written as ${kind.type}`);
    }
    // Each value was compared with its declaration.
    const given = entry as Facts;
    const unknown = policy.declarations.filter(({ id }) => !Object.hasOwn(given, id));
    return { ...Object.fromEntries(unknown.map(({ id }) => [id, null])), ...given };
  });
  if (faults.length > 0) throw new FileFault(faults.join("\n"));
  return cases;
}
