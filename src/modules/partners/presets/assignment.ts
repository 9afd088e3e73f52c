import { evaluate, type FactDeclaration, type FactValue, type PolicyBody } from "@/kernel/policy";
import type { TypedRow } from "@/modules/imports/domain/preset";

/** The kind of program rule that says where a new partner belongs. */
export const assignmentPolicyKind = "partner.assignment";

/** What a rule about where a partner belongs may ask; null where the file does not say it. */
export const assignmentFacts = [
  { id: "partner.country", type: "text", label: "imports.facts.country", audience: "all" },
  { id: "partner.business", type: "text", label: "imports.facts.business", audience: "all" },
  { id: "partner.currency", type: "text", label: "imports.facts.currency", audience: "all" },
  { id: "partner.employees", type: "number", label: "imports.facts.employees", audience: "all" },
] as const satisfies readonly FactDeclaration[];

/** Table of the rules → the field it fills. The answer is a key; several are joined by commas; empty is none. */
const tables = {
  "partner.region": "region",
  "partner.types": "types",
  "partner.tier": "tier",
  "partner.currency": "currency",
  "partner.manager": "manager",
} as const;

export type Region = { readonly code: string; readonly parent: string | null };
export type Manager = { readonly email: string; readonly region: string | null };

/** Where the vendor's regions are and who looks after them; of two managers of one region the first counts. */
export type Territories = { readonly regions: readonly Region[]; readonly managers: readonly Manager[] };

/** The manager of a region: its own, else that of the nearest region it lies in. */
export function managerOf(region: string, { regions, managers }: Territories): string | null {
  const seen = new Set<string>();
  for (let code: string | null = region; code !== null && !seen.has(code); ) {
    seen.add(code);
    const found = managers.find((manager) => manager.region === code);
    if (found) return found.email;
    code = regions.find((candidate) => candidate.code === code)?.parent ?? null;
  }
  return null;
}

const textOf = (value: unknown): FactValue => (typeof value === "string" ? value.toLowerCase() : null);

function factsOf(row: TypedRow): Record<string, FactValue> {
  return {
    "partner.country": typeof row.country === "string" ? row.country : null,
    "partner.business": textOf(row.business),
    "partner.currency": typeof row.currency === "string" ? row.currency : null,
    "partner.employees": typeof row.employees === "number" ? row.employees : null,
  };
}

/**
 * Fills in what the file leaves open: by the rules in force, and the manager by territory where neither file nor rule names one.
 * Returns the fields that got their value this way.
 */
export function assign(
  row: TypedRow,
  rules: PolicyBody | null,
  territories: Territories,
): { values: TypedRow; byRule: readonly string[] } {
  const outputs = rules ? evaluate(rules, factsOf(row)).outputs : {};
  const filled: Record<string, string | readonly string[]> = {};
  for (const [table, field] of Object.entries(tables)) {
    const output = outputs[table];
    if (row[field] || typeof output !== "string" || output === "") continue;
    filled[field] = field === "types" ? output.split(",") : output;
  }
  const region = filled.region ?? row.region;
  const manager = row.manager || filled.manager || typeof region !== "string" ? null : managerOf(region, territories);
  if (manager) filled.manager = manager;
  return { values: { ...row, ...filled }, byRule: Object.keys(filled) };
}
