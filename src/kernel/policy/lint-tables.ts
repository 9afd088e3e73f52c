import { cellsOf, countCells, type Dimension, dimensionsOf } from "./cells";
import { holds, isReference, type Scope } from "./condition";
import type { DecisionTable, FactValue, TableRow } from "./language";
import { conditionFindings, type Names, referenceFindings } from "./lint-conditions";
import { finding, type LintFinding } from "./lint-finding";
import type { Kind } from "./signature";

/** More combinations are not tried; a table that asks so much is split. */
const mostCells = 40_000;

type Hits = { readonly cell: readonly number[]; readonly rows: readonly number[] };

function scopeOf(cell: readonly number[], dimensions: readonly Dimension[]): Scope {
  const named = dimensions.map((dimension, index) => [dimension, dimension.values[cell[index] ?? 0] ?? null] as const);
  const facts = named.filter(([{ isSetting }]) => !isSetting).map(([{ name }, value]) => [name, value]);
  const settings = named.filter(([{ isSetting }]) => isSetting).map(([{ name }, value]) => [name, value]);
  return { facts: Object.fromEntries(facts), settings: Object.fromEntries(settings) };
}

/** A combination in words that a person can check by hand. */
function example(cell: readonly number[], dimensions: readonly Dimension[]): string {
  return dimensions
    .map(({ name, values }, index) => `${name} = ${JSON.stringify(values[cell[index] ?? 0] ?? null)}`)
    .join(", ");
}

function uncovered(table: DecisionTable, name: string, all: readonly Hits[], dimensions: readonly Dimension[]) {
  if (table.hit === "collect" || table.otherwise !== undefined) return [];
  const hole = all.find(({ rows }) => rows.length === 0);
  return hole
    ? [finding("missing_otherwise", `tables.${name}`, { table: name, example: example(hole.cell, dimensions) })]
    : [];
}

/** A stretch of numbers without a row, between stretches that have one: usually a slip of a bound. */
function holes(name: string, all: readonly Hits[], dimensions: readonly Dimension[]): LintFinding[] {
  return dimensions.flatMap((dimension, axis) => {
    if (dimension.isSetting || !dimension.values.every((value) => value === null || typeof value === "number"))
      return [];
    const lines = new Map<string, Hits[]>();
    for (const hits of all) {
      const rest = hits.cell.filter((_, index) => index !== axis).join();
      const line = lines.get(rest);
      if (line) line.push(hits);
      else lines.set(rest, [hits]);
    }
    for (const line of lines.values()) {
      const known = line.filter(({ cell }) => dimension.values[cell[axis] ?? 0] !== null);
      const covered = known.map(({ rows }) => rows.length > 0);
      const from = covered.indexOf(true);
      const inside = covered.findIndex(
        (is, index) => !is && index > from && from >= 0 && covered.includes(true, index),
      );
      const hole = known[inside];
      if (hole) {
        const value = String(dimension.values[hole.cell[axis] ?? 0]);
        return [finding("gap", `tables.${name}`, { table: name, fact: dimension.name, value })];
      }
    }
    return [];
  });
}

function overlaps(table: DecisionTable, name: string, all: readonly Hits[], dimensions: readonly Dimension[]) {
  const told = new Set<string>();
  return all.flatMap(({ cell, rows }) => {
    const [a, b] = rows.map((row) => table.rows[row]?.id ?? "");
    if (a === undefined || b === undefined || told.has(`${a} ${b}`)) return [];
    told.add(`${a} ${b}`);
    const both = all.filter((hits) => hits.rows.includes(rows[0] ?? -1) && hits.rows.includes(rows[1] ?? -1));
    const kind = touchOnly(table.rows[rows[0] ?? 0], table.rows[rows[1] ?? 0], both, dimensions)
      ? ("ambiguous_bound" as const)
      : ("overlap" as const);
    return [
      finding(kind, `tables.${name}.rows.${b}`, { table: name, row: a, other: b, example: example(cell, dimensions) }),
    ];
  });
}

/** Whether two rows have no more in common than one bound that both include. */
function touchOnly(
  a: TableRow | undefined,
  b: TableRow | undefined,
  both: readonly Hits[],
  axes: readonly Dimension[],
) {
  const isOpen = [a, b].every((row) => row && !JSON.stringify(row.when).includes('"eq"'));
  return (
    isOpen &&
    axes.some(
      ({ values }, axis) =>
        typeof values[0] === "number" && new Set(both.map(({ cell }) => cell[axis])).size === 1 && values.length > 2,
    )
  );
}

function deadRows(table: DecisionTable, name: string, all: readonly Hits[]): LintFinding[] {
  return table.rows.flatMap((row, index) => {
    const where = `tables.${name}.rows.${row.id}`;
    const held = all.filter(({ rows }) => rows.includes(index));
    if (held.length === 0) return [finding("impossible_row", where, { row: row.id })];
    const isReached = table.hit !== "first" || held.some(({ rows }) => rows[0] === index);
    if (isReached) return [];
    const earlier = table.rows.slice(0, index).find((_, before) => held.every(({ rows }) => rows.includes(before)));
    const first = earlier ?? table.rows[held[0]?.rows[0] ?? 0];
    return [finding("unreachable_row", where, { row: row.id, earlier: first?.id ?? "" })];
  });
}

/** What only shows when every combination of facts is tried. */
function triedFindings(name: string, table: DecisionTable, { body, kinds }: Names): LintFinding[] {
  const dimensions = dimensionsOf(
    table.rows.map(({ when }) => when),
    body,
    kinds,
  );
  const isProofNeeded = table.hit === "unique" || (table.hit !== "collect" && table.otherwise === undefined);
  if (countCells(dimensions) > mostCells)
    return isProofNeeded ? [finding("unchecked_table", `tables.${name}`, { table: name })] : [];
  const all = [...cellsOf(dimensions)].map((cell) => {
    const scope = scopeOf(cell, dimensions);
    return { cell, rows: table.rows.flatMap(({ when }, index) => (holds(when, scope) ? [index] : [])) };
  });
  return [
    ...deadRows(table, name, all),
    ...(table.hit === "unique" ? overlaps(table, name, all, dimensions) : []),
    ...(table.hit === "collect" ? [] : holes(name, all, dimensions)),
    ...uncovered(table, name, all, dimensions),
  ];
}

const added = new Set(["sum", "highest", "lowest"]);

function answerFindings(name: string, table: DecisionTable, names: Names): LintFinding[] {
  const types = table.rows.map(({ then }) => answerKind(then, names));
  const wanted = added.has(table.hit) ? "number" : types.find((type) => type !== null && type !== "object");
  return table.rows.flatMap(({ id, then }, index) => {
    const where = `tables.${name}.rows.${id}.then`;
    if (isReference(then)) {
      const kind = "fact" in then ? names.kinds.get(then.fact) : undefined;
      const unknown = referenceFindings(then, kind ?? { type: "number" }, where, names);
      const found = unknown.filter((fault) => fault.kind !== "type_mismatch");
      if (found.length > 0) return found;
    }
    const fits = types[index] === wanted || types[index] === null || types[index] === "object";
    return fits && !(types[index] === null && added.has(table.hit))
      ? []
      : [finding("type_mismatch", where, { fact: name, type: wanted ?? "number" })];
  });
}

/** number, string or boolean; "object" where it depends on the case; null for an answer that is nothing. */
function answerKind(then: TableRow["then"], { body, kinds }: Names): string | null {
  if (!isReference(then)) return then === null ? null : typeof then;
  if ("setting" in then) return typeof (body.settings[then.setting] as FactValue | undefined);
  const type: Kind["type"] | undefined = kinds.get(then.fact)?.type;
  if (type === "boolean") return type;
  return type === "text" || type === "date" ? "string" : "number";
}

/** Faults of one decision table. */
export function tableFindings(name: string, table: DecisionTable, names: Names): LintFinding[] {
  const where = `tables.${name}`;
  const twice = table.rows.filter(({ id }, index) => table.rows.findIndex((row) => row.id === id) !== index);
  const faults = table.rows.flatMap(({ id, when }) => conditionFindings(when, `${where}.rows.${id}`, names));
  return [
    ...twice.map(({ id }) => finding("duplicate_id", `${where}.rows.${id}`, { id })),
    ...faults,
    ...answerFindings(name, table, names),
    ...(table.hit === "collect" && table.otherwise !== undefined
      ? [finding("ignored_otherwise", where, { table: name })]
      : []),
    ...(faults.every(({ kind }) => kind === "empty_range") ? triedFindings(name, table, names) : []),
  ];
}
