import { groupOf, isReference, leavesOf } from "./condition";
import type { Condition, FactValue, Leaf, Operand, PolicyBody, Reference } from "./language";
import { finding, type LintFinding } from "./lint-finding";
import { fits, isNumeric, type Kind, type Kinds, settingValues } from "./signature";

/** What a condition may name, and what it means. */
export type Names = { readonly body: PolicyBody; readonly kinds: Kinds };

const sameUnit = (a: Kind, b: Kind) => a.unit === b.unit || a.unit === undefined || b.unit === undefined;

/** Faults of a reference that stands where a value of a kind is wanted. */
export function referenceFindings(reference: Reference, wanted: Kind, where: string, names: Names): LintFinding[] {
  if ("setting" in reference) {
    const values = settingValues(names.body, reference.setting);
    const params = { setting: reference.setting };
    if (!Object.hasOwn(names.body.settings, reference.setting)) return [finding("unknown_setting", where, params)];
    const wrong = !values.every((value) => fits(wanted.type, value));
    return wrong ? [finding("type_mismatch", where, { fact: reference.setting, type: wanted.type })] : [];
  }
  const kind = names.kinds.get(reference.fact);
  if (!kind) return [finding("unknown_fact", where, { fact: reference.fact })];
  const params = { fact: reference.fact, type: wanted.type };
  if (kind.type !== wanted.type) return [finding("type_mismatch", where, params)];
  return sameUnit(kind, wanted)
    ? []
    : [finding("unit_mismatch", where, { fact: reference.fact, unit: kind.unit ?? "", other: wanted.unit ?? "" })];
}

/** Faults of a value that is compared with a fact of a kind. */
function operandFindings(operand: Operand, fact: string, kind: Kind, where: string, names: Names): LintFinding[] {
  if (isReference(operand)) return referenceFindings(operand, kind, where, names);
  if (!fits(kind.type, operand)) return [finding("type_mismatch", where, { fact, type: kind.type })];
  return wordFindings([operand], fact, kind, where);
}

/** Words a text can never have. */
function wordFindings(values: readonly FactValue[], fact: string, { values: known }: Kind, where: string) {
  return values
    .filter((value) => known && typeof value === "string" && !known.includes(value))
    .map((value) => finding("unknown_word", where, { fact, word: String(value), words: (known ?? []).join(", ") }));
}

const isEmpty = (from: number | undefined, to: number | undefined) =>
  from !== undefined && to !== undefined && from >= to;

function leafFindings(leaf: Leaf, where: string, names: Names): LintFinding[] {
  const { fact } = leaf;
  const kind = names.kinds.get(fact);
  if (!kind) return [finding("unknown_fact", where, { fact })];
  const mismatch = finding("type_mismatch", where, { fact, type: kind.type });
  if ("is" in leaf) {
    const isOrdered = leaf.is !== "eq" && leaf.is !== "ne";
    if (isOrdered && kind.type === "boolean") return [mismatch];
    return [
      ...operandFindings(leaf.value, fact, kind, where, names),
      ...(isInexact(leaf, names.body) ? [finding("inexact_bound", where, { fact })] : []),
    ];
  }
  if ("in" in leaf) {
    const isList = leaf.in.length > 0 && leaf.in.every((value) => fits(kind.type, value));
    return isList ? wordFindings(leaf.in, fact, kind, where) : [mismatch];
  }
  return [
    ...(isNumeric(kind.type) ? [] : [mismatch]),
    ...(isEmpty(leaf.from, leaf.to) ? [finding("empty_range", where, { fact })] : []),
  ];
}

/** A ratio rounded down is exact under "at least" and "below", one rounded up under "at most" and "above". */
function isInexact(leaf: Leaf, { values = {} }: PolicyBody): boolean {
  const calculation = Object.hasOwn(values, leaf.fact) ? values[leaf.fact] : undefined;
  if (!calculation || !("ratio" in calculation) || !("is" in leaf)) return false;
  const exact = calculation.round === "up" ? ["lte", "gt"] : ["gte", "lt"];
  return !exact.includes(leaf.is);
}

/** Faults of a condition: unknown names, unlike things compared, ranges that hold nothing, counts that cannot be. */
export function conditionFindings(condition: Condition, where: string, names: Names): LintFinding[] {
  const leaves = leavesOf(condition).flatMap((leaf) => leafFindings(leaf, where, names));
  return [...leaves, ...countFindings(condition, where)];
}

function countFindings(condition: Condition, where: string): LintFinding[] {
  if ("not" in condition) return countFindings(condition.not, where);
  const group = groupOf(condition);
  if (!group) return [];
  const inner = group.of.flatMap((part) => countFindings(part, where));
  if (!("atLeast" in condition)) return inner;
  const { atLeast, of } = condition;
  const isCount = Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= of.length;
  return isCount ? inner : [...inner, finding("impossible_count", where, { count: atLeast, of: of.length })];
}
