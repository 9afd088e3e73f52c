import { scopeOf } from "../policy";
import { needsOf } from "./calculation";
import { check, groupOf, type Scope } from "./condition";
import type { Condition, DecisionTable, Evaluation, Facts, FactTest, FactValue, Leaf, PolicyBody } from "./language";

/** Why a rule came out as it did: why it applied, or did not, and the comparisons that settled it. */
export type RuleReason = {
  readonly rule: string;
  readonly result: "pass" | "fail" | "not_applicable";
  readonly applies: readonly FactTest[];
  readonly tests: readonly FactTest[];
};

/** Why a table answered as it did. */
export type TableReason = {
  readonly table: string;
  readonly rows: readonly string[];
  readonly tests: readonly FactTest[];
};

/** A calculated value that mattered, with what it was made of. */
export type ValueReason = {
  readonly value: string;
  readonly is: FactValue;
  readonly of: readonly { readonly fact: string; readonly is: FactValue }[];
};

export type Reasons = {
  readonly rules: readonly RuleReason[];
  readonly tables: readonly TableReason[];
  readonly values: readonly ValueReason[];
  /** Overrides of settings, and why they applied or not. */
  readonly overrides: readonly {
    readonly override: string;
    readonly applies: boolean;
    readonly tests: readonly FactTest[];
  }[];
};

function once(tests: readonly FactTest[]): FactTest[] {
  const seen = new Set<string>();
  return tests.filter((test) => {
    const key = JSON.stringify([test.fact, test.is, test.bound]);
    return !seen.has(key) && seen.add(key);
  });
}

function rowsThatMattered({ hit, rows }: DecisionTable, scope: Scope): DecisionTable["rows"] {
  if (hit !== "first") return rows;
  const index = rows.findIndex(({ when }) => check(when, scope).holds);
  return index < 0 ? rows : rows.slice(0, index + 1);
}

function tableReason(table: string, definition: DecisionTable, rows: readonly string[], scope: Scope): TableReason {
  const tests = rowsThatMattered(definition, scope).flatMap(({ when }) => check(when, scope).decisive);
  return { table, rows, tests: once(tests) };
}

function valueReasons(body: PolicyBody, scope: Scope, asked: readonly string[]): ValueReason[] {
  const open = [...asked];
  const found = new Map<string, ValueReason>();
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const calculation = Object.hasOwn(body.values ?? {}, value) ? body.values?.[value] : undefined;
    if (!calculation || found.has(value)) continue;
    const needs = [...new Set(needsOf(value, calculation))];
    const of = needs.map((fact) => ({ fact, is: scope.facts[fact] ?? null }));
    found.set(value, { value, is: scope.facts[value] ?? null, of });
    open.push(...needs);
  }
  return [...found.values()];
}

/** The names a reference of an answer asks for. */
function answersAsked({ rows }: DecisionTable, hit: readonly string[]): string[] {
  return rows
    .filter(({ id }) => hit.includes(id))
    .flatMap(({ then }) => (typeof then === "object" && then !== null && "fact" in then ? [then.fact] : []));
}

/**
 * Why a case came out as it did: every fact that mattered, and no other. Whatever is not named here may be anything without the
 * result being another one.
 */
export function reasonsFor(body: PolicyBody, facts: Facts, { rows }: Evaluation): Reasons {
  const scope = scopeOf(body, facts);
  const rules = body.rules.map(({ id, appliesWhen, pass }): RuleReason => {
    const applies = appliesWhen ? check(appliesWhen, scope) : { holds: true, decisive: [] };
    if (!applies.holds) return { rule: id, result: "not_applicable", applies: once(applies.decisive), tests: [] };
    const { holds, decisive } = check(pass, scope);
    return { rule: id, result: holds ? "pass" : "fail", applies: once(applies.decisive), tests: once(decisive) };
  });
  const tables = Object.entries(body.tables).map(([name, table]) => tableReason(name, table, rows[name] ?? [], scope));
  const overrides = (body.overrides ?? []).map(({ id, when }) => {
    const { holds, decisive } = check(when, { facts, settings: body.settings });
    return { override: id, applies: holds, tests: once(decisive) };
  });
  const asked = [
    ...rules.flatMap(({ applies, tests }) => [...applies, ...tests]).flatMap(namesIn),
    ...tables.flatMap(({ tests }) => tests).flatMap(namesIn),
    ...Object.entries(body.tables).flatMap(([name, table]) => answersAsked(table, rows[name] ?? [])),
  ];
  return { rules, tables, values: valueReasons(body, scope, asked), overrides };
}

/** How a condition came out, as far as the comparisons left of its trace say, and those of them because of which it did. */
type Traced = { readonly holds: boolean | null; readonly decisive: readonly FactTest[] };

/** Reads one condition off the rest of a trace. What was taken out of the trace is unknown: all comparisons of a fact, or none. */
function traced(condition: Condition, rest: FactTest[], known?: boolean): Traced {
  if ("not" in condition) {
    const inner = traced(condition.not, rest, known === undefined ? undefined : !known);
    return { ...inner, holds: inner.holds === null ? null : !inner.holds };
  }
  const group = groupOf(condition);
  if (group) {
    const parts = group.of.map((part) => traced(part, rest));
    const count = (wanted: boolean | null) => parts.filter(({ holds }) => holds === wanted).length;
    const sure = count(true) >= group.least ? true : count(true) + count(null) < group.least ? false : null;
    const isMet = known ?? sure;
    return { holds: isMet, decisive: parts.filter(({ holds }) => holds === isMet).flatMap(({ decisive }) => decisive) };
  }
  // What is neither group nor denial is a comparison.
  const [test] = rest[0]?.fact === (condition as Leaf).fact ? rest.splice(0, 1) : [];
  return { holds: test?.holds ?? known ?? null, decisive: test ? [test] : [] };
}

/** The comparisons of a trace that settled a condition, for who reads no facts beside it and perhaps not all of it. */
export function decisiveOf(condition: Condition, tests: readonly FactTest[], isMet: boolean): readonly FactTest[] {
  return once(traced(condition, [...tests], isMet).decisive);
}

const namesIn = ({ fact, by }: FactTest): string[] => (by && "fact" in by ? [fact, by.fact] : [fact]);

/** The supplied facts that reasons name. */
export function factsNamed({ rules, tables, values, overrides }: Reasons, body: PolicyBody): ReadonlySet<string> {
  const tests = [
    ...rules.flatMap(({ applies, tests: settled }) => [...applies, ...settled]),
    ...tables.flatMap((table) => table.tests),
    ...overrides.flatMap((override) => override.tests),
  ];
  const answers = tables.flatMap(({ table, rows }) => {
    const definition = body.tables[table];
    return definition ? answersAsked(definition, rows) : [];
  });
  const names = [...tests.flatMap(namesIn), ...values.flatMap(({ of }) => of.map(({ fact }) => fact)), ...answers];
  return new Set(names.filter((name) => !Object.hasOwn(body.values ?? {}, name)));
}
