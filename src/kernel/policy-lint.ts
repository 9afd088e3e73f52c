import { isPlainDate } from "./dates";
import type { Condition, DecisionTable, FactDeclaration, FactType, FactValue, PolicyBody } from "./policy";

/** Something wrong with a policy before it meets a single fact. `message` is a key under `policy.lint`. */
export type LintFinding = {
  readonly kind: LintKind;
  /** Dotted path into the body: "rules.partner-active.pass", "tables.benefit.basis_points.rows.gold". */
  readonly where: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
};

type LintKind =
  | "unknown_fact"
  | "type_mismatch"
  | "empty_range"
  | "duplicate_id"
  | "missing_otherwise"
  | "ignored_otherwise"
  | "reserved_fact"
  | "unreachable_row";

const messages: Record<LintKind, string> = {
  unknown_fact: "policy.lint.unknownFact",
  type_mismatch: "policy.lint.typeMismatch",
  empty_range: "policy.lint.emptyRange",
  duplicate_id: "policy.lint.duplicateId",
  missing_otherwise: "policy.lint.missingOtherwise",
  ignored_otherwise: "policy.lint.ignoredOtherwise",
  reserved_fact: "policy.lint.reservedFact",
  unreachable_row: "policy.lint.unreachableRow",
};

const finding = (kind: LintKind, where: string, params: LintFinding["params"] = {}): LintFinding => ({
  kind,
  where,
  message: messages[kind],
  params,
});

// What the language itself means something by.
const words = new Set(
  `all any not fact is in value from to eq ne lt lte gt gte range when then otherwise first unique collect`.split(" "),
);

/** Whether a name already means something: to the language, or to every object of the platform that may hold the facts. */
const isReserved = (name: string) => words.has(name) || name in Object.prototype;

// How a value of a type is written.
const number = (value: FactValue) => typeof value === "number";
const writtenAs: Record<FactType, (value: FactValue) => boolean> = {
  number,
  money: number,
  days: number,
  score: number,
  text: (value) => typeof value === "string",
  date: (value) => typeof value === "string" && isPlainDate(value),
  boolean: (value) => typeof value === "boolean",
};

/**
 * What would make a policy throw or lie: facts nobody declares or that are named like a word of the language, comparisons of
 * unlike things, ranges that hold nothing, ids that stand twice, tables without an answer or with one they never come to, rows
 * that are never reached. Empty for a policy that may be published.
 */
export function lint(body: PolicyBody, declarations: readonly FactDeclaration[]): LintFinding[] {
  const types = new Map(declarations.map(({ id, type }) => [id, type]));
  const reserved = declarations
    .filter(({ id }) => isReserved(id))
    .map(({ id }) => finding("reserved_fact", `facts.${id}`, { fact: id }));
  const rules = body.rules.flatMap((rule) => [
    ...(rule.appliesWhen ? conditionFindings(rule.appliesWhen, `rules.${rule.id}.appliesWhen`, types) : []),
    ...conditionFindings(rule.pass, `rules.${rule.id}.pass`, types),
  ]);
  const tables = Object.entries(body.tables).flatMap(([name, table]) => tableFindings(name, table, types));
  return [...reserved, ...duplicates(body.rules, "rules"), ...rules, ...tables];
}

function duplicates(entries: readonly { readonly id: string }[], where: string): LintFinding[] {
  return entries
    .filter(({ id }, index) => entries.findIndex((entry) => entry.id === id) !== index)
    .map(({ id }) => finding("duplicate_id", `${where}.${id}`, { id }));
}

function tableFindings(name: string, table: DecisionTable, types: ReadonlyMap<string, FactType>): LintFinding[] {
  const where = `tables.${name}`;
  const rows = table.rows.flatMap((row) => conditionFindings(row.when, `${where}.rows.${row.id}`, types));
  const collects = table.hit === "collect";
  const answersRest = table.otherwise !== undefined;
  return [
    ...duplicates(table.rows, `${where}.rows`),
    ...rows,
    ...(collects ? [] : unreachable(table.rows, where)),
    ...(collects && answersRest ? [finding("ignored_otherwise", where, { table: name })] : []),
    ...(collects || answersRest ? [] : [finding("missing_otherwise", where, { table: name })]),
  ];
}

/** Rows that can never be the answer: behind one that always holds, or behind one with the same condition. */
function unreachable(rows: DecisionTable["rows"], where: string): LintFinding[] {
  return rows.flatMap((row, index) => {
    const earlier = rows.slice(0, index).find((before) => alwaysHolds(before.when) || same(before.when, row.when));
    return earlier ? [finding("unreachable_row", `${where}.rows.${row.id}`, { row: row.id, earlier: earlier.id })] : [];
  });
}

function alwaysHolds(condition: Condition): boolean {
  if ("all" in condition) return condition.all.every(alwaysHolds);
  if ("any" in condition) return condition.any.some(alwaysHolds);
  return "not" in condition && neverHolds(condition.not);
}

function neverHolds(condition: Condition): boolean {
  if ("all" in condition) return condition.all.some(neverHolds);
  if ("any" in condition) return condition.any.every(neverHolds);
  if ("not" in condition) return alwaysHolds(condition.not);
  // A comparison with nothing never holds either; it is found as one that does not fit.
  if ("is" in condition || "in" in condition) return false;
  return isEmptyRange(condition);
}

const isEmptyRange = ({ from, to }: { from?: number; to?: number }) =>
  from !== undefined && to !== undefined && from >= to;

// A stored body has its keys in one order, whoever wrote it.
const same = (left: Condition, right: Condition) => JSON.stringify(left) === JSON.stringify(right);

function conditionFindings(condition: Condition, where: string, types: ReadonlyMap<string, FactType>): LintFinding[] {
  if ("all" in condition) return condition.all.flatMap((part) => conditionFindings(part, where, types));
  if ("any" in condition) return condition.any.flatMap((part) => conditionFindings(part, where, types));
  if ("not" in condition) return conditionFindings(condition.not, where, types);
  const type = types.get(condition.fact);
  if (!type) return [finding("unknown_fact", where, { fact: condition.fact })];
  const mismatch = finding("type_mismatch", where, { fact: condition.fact, type });
  const fits = writtenAs[type];
  if ("is" in condition) {
    const ordered = condition.is !== "eq" && condition.is !== "ne";
    return fits(condition.value) && !(ordered && type === "boolean") ? [] : [mismatch];
  }
  if ("in" in condition) return condition.in.length > 0 && condition.in.every(fits) ? [] : [mismatch];
  return [
    ...(fits === number ? [] : [mismatch]),
    ...(isEmptyRange(condition) ? [finding("empty_range", where, { fact: condition.fact })] : []),
  ];
}
