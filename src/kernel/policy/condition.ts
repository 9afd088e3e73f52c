import type { Condition, Facts, FactTest, FactValue, Leaf, Operand, Reference, Setting } from "./language";
import { type Comparison, PolicyDefect } from "./language";

/** What conditions are asked against: the facts, with what was calculated from them, and the settings of the case. */
export type Scope = { readonly facts: Facts; readonly settings: Readonly<Record<string, Setting>> };

/** How a condition came out: every comparison that was made, and those because of which it came out so. */
export type Checked = {
  readonly holds: boolean;
  readonly tests: readonly FactTest[];
  readonly decisive: readonly FactTest[];
};

export const isReference = (operand: unknown): operand is Reference =>
  typeof operand === "object" && operand !== null && ("setting" in operand || "fact" in operand);

/** The value of a fact. Throws where nobody supplied it. */
export function factOf(facts: Facts, id: string): FactValue {
  const value = Object.hasOwn(facts, id) ? facts[id] : undefined;
  if (value === undefined) throw new PolicyDefect(`no fact ${id} was supplied`);
  return value;
}

/** What an operand stands for. Throws where its fact was not supplied or its setting is not there. */
export function standsFor(operand: Operand, { facts, settings }: Scope): FactValue {
  if (!isReference(operand)) return operand;
  if ("fact" in operand) return factOf(facts, operand.fact);
  const value = Object.hasOwn(settings, operand.setting) ? settings[operand.setting] : undefined;
  if (value === undefined) throw new PolicyDefect(`there is no setting ${operand.setting}`);
  return value;
}

/** Whether a comparison holds. Nothing is known about null: no comparison with it does. */
export function compare(actual: FactValue, is: Comparison, bound: FactValue): boolean {
  if (actual === null || bound === null) return false;
  if (is === "eq") return actual === bound;
  if (is === "ne") return actual !== bound;
  if (typeof actual !== typeof bound || typeof actual === "boolean" || typeof bound === "boolean") return false;
  if (is === "lt") return actual < bound;
  if (is === "lte") return actual <= bound;
  if (is === "gt") return actual > bound;
  return actual >= bound;
}

function leaf(condition: Leaf, scope: Scope): FactTest {
  const { fact } = condition;
  const actual = factOf(scope.facts, fact);
  if ("is" in condition) {
    const { is, value } = condition;
    const bound = standsFor(value, scope);
    const test = { fact, actual, is, bound, holds: compare(actual, is, bound) };
    return isReference(value) ? { ...test, by: value } : test;
  }
  if ("in" in condition) {
    return { fact, actual, is: "in", bound: condition.in, holds: actual !== null && condition.in.includes(actual) };
  }
  const { from, to } = condition;
  const bound = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { fact, actual, is: "range", bound, holds: isBetween(actual, condition) };
}

function isBetween(actual: FactValue, { from, to }: { readonly from?: number; readonly to?: number }): boolean {
  return typeof actual === "number" && (from === undefined || actual >= from) && (to === undefined || actual < to);
}

/** A group of conditions as one: how many of which must hold. `all` and `any` are two cases of it. */
export function groupOf(condition: Condition): { readonly least: number; readonly of: readonly Condition[] } | null {
  if ("all" in condition) return { least: condition.all.length, of: condition.all };
  if ("any" in condition) return { least: 1, of: condition.any };
  return "atLeast" in condition ? { least: condition.atLeast, of: condition.of } : null;
}

/**
 * Asks a condition. In a group that holds, the parts that hold are decisive; in one that fails, those that fail: turning them
 * around, and no others, can turn the group around.
 */
export function check(condition: Condition, scope: Scope): Checked {
  const group = groupOf(condition);
  if (group) {
    const parts = group.of.map((part) => check(part, scope));
    const isMet = parts.filter((part) => part.holds).length >= group.least;
    return {
      holds: isMet,
      tests: parts.flatMap((part) => part.tests),
      decisive: parts.filter((part) => part.holds === isMet).flatMap((part) => part.decisive),
    };
  }
  if ("not" in condition) {
    const inner = check(condition.not, scope);
    return { ...inner, holds: !inner.holds };
  }
  const test = leaf(condition as Leaf, scope);
  return { holds: test.holds, tests: [test], decisive: [test] };
}

/** Whether a condition holds, without a trace. It asks every fact, as `check` does: one nobody supplied is a defect wherever it is. */
export function holds(condition: Condition, scope: Scope): boolean {
  const group = groupOf(condition);
  if (group) {
    let count = 0;
    for (const part of group.of) if (holds(part, scope)) count += 1;
    return count >= group.least;
  }
  if ("not" in condition) return !holds(condition.not, scope);
  // What is neither group nor denial is a comparison.
  const asked = condition as Leaf;
  const actual = factOf(scope.facts, asked.fact);
  if ("is" in asked) return compare(actual, asked.is, standsFor(asked.value, scope));
  return "in" in asked ? actual !== null && asked.in.includes(actual) : isBetween(actual, asked);
}

/** The comparisons of a condition, however deep. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  const group = groupOf(condition);
  if (group) return group.of.flatMap(leavesOf);
  // What is neither group nor denial is a comparison.
  return "not" in condition ? leavesOf(condition.not) : [condition as Leaf];
}

/** The facts a condition asks, however deep; also those it compares with. */
export function factsIn(condition: Condition): string[] {
  return leavesOf(condition).flatMap((part) => {
    const bound = "is" in part && isReference(part.value) && "fact" in part.value ? [part.value.fact] : [];
    return [part.fact, ...bound];
  });
}
