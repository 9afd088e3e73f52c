/**
 * The rule language, first form: conditions over declared facts, rules that must hold, decision tables in the sense of DMN.
 * A policy is data; nothing here reads a clock, a database or anything else than its arguments.
 */

export type FactType = "number" | "money" | "boolean" | "text" | "date" | "days" | "score";

/** A fact a module promises to supply. `audience` vendor keeps its value from partners. */
export type FactDeclaration = {
  readonly id: string;
  readonly type: FactType;
  readonly label: string;
  readonly audience: "all" | "vendor";
};

export type FactValue = number | string | boolean | null;
/** Money facts are minor units of the reporting currency. */
export type Facts = Readonly<Record<string, FactValue>>;

export type Comparison = "eq" | "ne" | "lt" | "lte" | "gt" | "gte";

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly is: Comparison; readonly value: FactValue }
  | { readonly fact: string; readonly in: readonly FactValue[] }
  /** Half-open: from ≤ fact < to. */
  | { readonly fact: string; readonly from?: number; readonly to?: number };

export type Verdict = "approve" | "review" | "ask" | "reject";

export type LocalText = Readonly<{ en: string } & Partial<Record<string, string>>>;

/** Something that must hold, and what follows where it does not. */
export type PolicyRule = {
  readonly id: string;
  readonly title: LocalText;
  readonly appliesWhen?: Condition;
  readonly pass: Condition;
  readonly otherwise: Exclude<Verdict, "approve">;
  /** The sentence a partner reads where the rule fails. */
  readonly because: LocalText;
  /** The coded reason of a decision that this rule forces. */
  readonly reason?: string;
};

export type DecisionTable = {
  /** `first` takes the first row that holds, `unique` the only one, `collect` all of them. */
  readonly hit: "first" | "unique" | "collect";
  readonly rows: readonly { readonly id: string; readonly when: Condition; readonly then: FactValue }[];
  readonly otherwise?: FactValue;
};

export type PolicyBody = {
  readonly rules: readonly PolicyRule[];
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly settings: Readonly<Record<string, number | string | boolean>>;
};

export type Bound = FactValue | readonly FactValue[] | { readonly from?: number; readonly to?: number };

/** One comparison that was made. */
export type FactTest = {
  readonly fact: string;
  readonly actual: FactValue;
  readonly is: Comparison | "in" | "range";
  readonly bound: Bound;
  readonly holds: boolean;
};

export type RuleTrace = {
  readonly rule: string;
  readonly result: "pass" | "fail" | "not_applicable";
  readonly verdict: Verdict;
  readonly tests: readonly FactTest[];
};

export type Evaluation = {
  readonly verdict: Verdict;
  readonly rules: readonly RuleTrace[];
  readonly outputs: Readonly<Record<string, FactValue | readonly FactValue[]>>;
  /** Table → ids of the rows that were hit. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
};

/** A rule asks for a fact nobody supplied, or a table has no single answer: lint should have refused the policy. */
export class PolicyDefect extends Error {}

const severity: Record<Verdict, number> = { approve: 0, review: 1, ask: 2, reject: 3 };

function compare(actual: FactValue, is: Comparison, bound: FactValue): boolean {
  // Nothing is known about null: no comparison with it holds.
  if (actual === null || bound === null) return false;
  if (is === "eq") return actual === bound;
  if (is === "ne") return actual !== bound;
  if (typeof actual !== typeof bound || typeof actual === "boolean" || typeof bound === "boolean") return false;
  if (is === "lt") return actual < bound;
  if (is === "lte") return actual <= bound;
  if (is === "gt") return actual > bound;
  return actual >= bound;
}

function factOf(facts: Facts, id: string): FactValue {
  const value = Object.hasOwn(facts, id) ? facts[id] : undefined;
  if (value === undefined) throw new PolicyDefect(`no fact ${id} was supplied`);
  return value;
}

/** The facts a condition asks, however deep. */
export function factsIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(factsIn);
  if ("any" in condition) return condition.any.flatMap(factsIn);
  return "not" in condition ? factsIn(condition.not) : [condition.fact];
}

function check(condition: Condition, facts: Facts): { holds: boolean; tests: FactTest[] } {
  if ("all" in condition || "any" in condition) {
    const parts = ("all" in condition ? condition.all : condition.any).map((part) => check(part, facts));
    const holds = "all" in condition ? parts.every((part) => part.holds) : parts.some((part) => part.holds);
    return { holds, tests: parts.flatMap((part) => part.tests) };
  }
  if ("not" in condition) {
    const inner = check(condition.not, facts);
    return { holds: !inner.holds, tests: inner.tests };
  }
  const actual = factOf(facts, condition.fact);
  const test = leaf(condition, actual);
  return { holds: test.holds, tests: [test] };
}

function leaf(condition: Extract<Condition, { fact: string }>, actual: FactValue): FactTest {
  const { fact } = condition;
  if ("is" in condition) {
    return {
      fact,
      actual,
      is: condition.is,
      bound: condition.value,
      holds: compare(actual, condition.is, condition.value),
    };
  }
  if ("in" in condition) {
    return { fact, actual, is: "in", bound: condition.in, holds: actual !== null && condition.in.includes(actual) };
  }
  const { from, to } = condition;
  const holds =
    typeof actual === "number" && (from === undefined || actual >= from) && (to === undefined || actual < to);
  return {
    fact,
    actual,
    is: "range",
    bound: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    holds,
  };
}

function traceOf(rule: PolicyRule, facts: Facts): RuleTrace {
  if (rule.appliesWhen && !check(rule.appliesWhen, facts).holds) {
    return { rule: rule.id, result: "not_applicable", verdict: "approve", tests: [] };
  }
  const { holds, tests } = check(rule.pass, facts);
  return { rule: rule.id, result: holds ? "pass" : "fail", verdict: holds ? "approve" : rule.otherwise, tests };
}

function answer(name: string, table: DecisionTable, facts: Facts): { value: FactValue | FactValue[]; rows: string[] } {
  const hits = table.rows.filter((row) => check(row.when, facts).holds);
  if (table.hit === "collect") return { value: hits.map((row) => row.then), rows: hits.map((row) => row.id) };
  if (table.hit === "unique" && hits.length > 1) throw new PolicyDefect(`table ${name} has ${hits.length} answers`);
  const hit = hits[0];
  if (hit) return { value: hit.then, rows: [hit.id] };
  if (table.otherwise === undefined) throw new PolicyDefect(`table ${name} has no answer`);
  return { value: table.otherwise, rows: [] };
}

/**
 * Applies a policy to facts: the most severe verdict of the rules that fail (reject, ask, review; approve where none does), the
 * answers of all tables, and a trace of every comparison. The same facts under the same policy always give the same result.
 */
export function evaluate(body: PolicyBody, facts: Facts): Evaluation {
  const rules = body.rules.map((rule) => traceOf(rule, facts));
  const verdict = rules.reduce<Verdict>(
    (worst, trace) => (severity[trace.verdict] > severity[worst] ? trace.verdict : worst),
    "approve",
  );
  const answers = Object.entries(body.tables).map(([name, table]) => [name, answer(name, table, facts)] as const);
  return {
    verdict,
    rules,
    outputs: Object.fromEntries(answers.map(([name, { value }]) => [name, value])),
    rows: Object.fromEntries(answers.map(([name, { rows }]) => [name, rows])),
  };
}
