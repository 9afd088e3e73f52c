import { isPlainDate } from "../dates";
import { inOrder, rankFacts } from "./calculation";
import type { Calculation, FactDeclaration, FactType, FactValue, PolicyBody, Reference } from "./language";

/** What a name stands for. */
export type Kind = Pick<FactDeclaration, "type" | "unit" | "values" | "least" | "most" | "known">;
export type Kinds = ReadonlyMap<string, Kind>;

const number = (value: FactValue) => typeof value === "number" && Number.isFinite(value);
const isWritten: Record<FactType, (value: FactValue) => boolean> = {
  number,
  money: number,
  days: number,
  score: number,
  share: number,
  points: number,
  text: (value) => typeof value === "string",
  date: (value) => typeof value === "string" && isPlainDate(value),
  boolean: (value) => typeof value === "boolean",
};

/** Whether a value is written as its type is. */
export const fits = (type: FactType, value: FactValue): boolean => isWritten[type](value);

export const isNumeric = (type: FactType): boolean => isWritten[type] === number;

const first = (of: string | Reference | undefined, kinds: Kinds): Kind | undefined => {
  const name = typeof of === "string" ? of : of && "fact" in of ? of.fact : undefined;
  return name === undefined ? undefined : kinds.get(name);
};

/** What a calculation gives. */
function kindOf(calculation: Calculation, kinds: Kinds): Kind {
  if ("points" in calculation) return { type: "points", known: true };
  if ("ratio" in calculation) return { type: "share" };
  if ("bands" in calculation) return { type: "number" };
  if ("rank" in calculation) return { type: calculation.as === "share" ? "share" : "number" };
  const of = calculation.sum.map((term) => first(term.of, kinds)).find((kind) => kind !== undefined);
  if (!of) return { type: "number" };
  return of.type === "boolean" ? { type: "number" } : { type: of.type, ...(of.unit ? { unit: of.unit } : {}) };
}

/** What every name a policy may use stands for: the declared facts and its own values. */
export function kindsOf({ values = {} }: Pick<PolicyBody, "values">, declarations: readonly FactDeclaration[]): Kinds {
  const kinds = new Map<string, Kind>(declarations.map((fact) => [fact.id, fact]));
  // Values in a circle have no order; they are found as such.
  for (const id of inOrder(values) ?? Object.keys(values)) {
    const calculation = values[id];
    if (calculation) kinds.set(id, kindOf(calculation, kinds));
    if (calculation && "rank" in calculation)
      for (const name of Object.values(rankFacts(id))) kinds.set(name, { type: "number" });
  }
  return kinds;
}

/** Every value a setting can have: its own, and what overrides make of it. */
export function settingValues({ settings, overrides = [] }: PolicyBody, name: string): FactValue[] {
  const own = Object.hasOwn(settings, name) ? [settings[name]] : [];
  const set = overrides.flatMap((override) => (Object.hasOwn(override.set, name) ? [override.set[name]] : []));
  return [...new Set([...own, ...set])].filter((value) => value !== undefined);
}
