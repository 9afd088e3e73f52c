import { calculateAll } from "./policy/calculation";
import { check, holds, type Scope, standsFor } from "./policy/condition";
import {
  type DecisionTable,
  type Evaluation,
  type Facts,
  type FactValue,
  type HitPolicy,
  type PolicyBody,
  PolicyDefect,
  type PolicyRule,
  type RuleTrace,
  type Verdict,
} from "./policy/language";
import { settingsFor } from "./policy/settings";

export type {
  Comparison,
  Condition,
  DecisionTable,
  Evaluation,
  FactDeclaration,
  Facts,
  FactTest,
  FactType,
  FactValue,
  LocalText,
  PolicyBody,
  PolicyRule,
  RuleTrace,
  Verdict,
} from "./policy/language";

const severity: Record<Verdict, number> = { approve: 0, review: 1, ask: 2, reject: 3 };

function traceOf(rule: PolicyRule, scope: Scope): RuleTrace {
  if (rule.appliesWhen && !holds(rule.appliesWhen, scope)) {
    return { rule: rule.id, result: "not_applicable", verdict: "approve", tests: [] };
  }
  const { holds: isMet, tests } = check(rule.pass, scope);
  return { rule: rule.id, result: isMet ? "pass" : "fail", verdict: isMet ? "approve" : rule.otherwise, tests };
}

const together: Partial<Record<HitPolicy, (answers: readonly number[]) => number>> = {
  sum: (answers) => answers.reduce((all, answer) => all + answer, 0),
  highest: (answers) => Math.max(...answers),
  lowest: (answers) => Math.min(...answers),
};

type Answer = { readonly value: FactValue | FactValue[]; readonly rows: string[] };

function answer(name: string, table: DecisionTable, scope: Scope): Answer {
  const hits = table.rows.filter((row) => holds(row.when, scope));
  const rows = hits.map((row) => row.id);
  if (table.hit === "collect") return { value: hits.map((row) => standsFor(row.then, scope)), rows };
  if (table.hit === "unique" && hits.length > 1) throw new PolicyDefect(`table ${name} has ${hits.length} answers`);
  const [hit] = hits;
  if (!hit) {
    if (table.otherwise === undefined) throw new PolicyDefect(`table ${name} has no answer`);
    return { value: table.otherwise, rows: [] };
  }
  const merge = together[table.hit];
  if (!merge) return { value: standsFor(hit.then, scope), rows: [hit.id] };
  const answers = hits.map((row) => standsFor(row.then, scope));
  return { value: answers.every((value) => typeof value === "number") ? merge(answers) : null, rows };
}

/** What a case is judged against: its facts with everything calculated from them, and the settings that apply to it. */
export function scopeOf(body: PolicyBody, facts: Facts): Scope & { values: Facts; overrides: readonly string[] } {
  const { settings, applied } = settingsFor(body, facts);
  const values = calculateAll(body, facts, settings);
  return {
    facts: body.values ? { ...facts, ...values } : facts,
    settings,
    values,
    overrides: applied.map(({ id }) => id),
  };
}

/**
 * Applies a policy to facts: the most severe verdict of the rules that fail (reject, ask, review; approve where none does), the
 * answers of all tables, and a trace of every comparison. The same facts under the same policy always give the same result.
 */
export function evaluate(body: PolicyBody, facts: Facts): Evaluation {
  const scope = scopeOf(body, facts);
  const rules = body.rules.map((rule) => traceOf(rule, scope));
  const verdict = rules.reduce<Verdict>(
    (worst, trace) => (severity[trace.verdict] > severity[worst] ? trace.verdict : worst),
    "approve",
  );
  const answers = Object.entries(body.tables).map(([name, table]) => [name, answer(name, table, scope)] as const);
  return {
    verdict,
    rules,
    outputs: Object.fromEntries(answers.map(([name, { value }]) => [name, value])),
    rows: Object.fromEntries(answers.map(([name, { rows }]) => [name, rows])),
    ...(body.values ? { values: scope.values } : {}),
    ...(body.overrides ? { overrides: scope.overrides } : {}),
  };
}
