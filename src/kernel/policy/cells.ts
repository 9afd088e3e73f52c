import { addDays, isPlainDate } from "../dates";
import { isReference, leavesOf } from "./condition";
import type { Condition, FactValue, Leaf, PolicyBody } from "./language";
import { isNumeric, type Kind, type Kinds, settingValues } from "./signature";

/** A fact, or a setting that overrides change, with values of which each stands for all that no comparison tells apart. */
export type Dimension = {
  readonly name: string;
  readonly isSetting: boolean;
  readonly values: readonly FactValue[];
};

const wholeTypes: ReadonlySet<string> = new Set(["money", "days", "score", "share", "points"]);

/** Up to `count` values strictly between two numbers. */
function between(from: number, to: number, count: number, whole: boolean): number[] {
  const found: number[] = [];
  for (let index = 1; index <= count; index += 1) {
    const value = whole ? from + index : from + ((to - from) * index) / (count + 1);
    if (value > from && value < to) found.push(value);
  }
  return found;
}

function numbers(bounds: readonly number[], kind: Kind, count: number): number[] {
  const sorted = [...new Set(bounds)].toSorted((a, b) => a - b);
  const whole = wholeTypes.has(kind.type) && sorted.every(Number.isInteger);
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  const [lowest = 0, highest = 0] = [sorted[0], sorted.at(-1)];
  const all = [
    ...steps.map((step) => lowest - step),
    ...sorted.flatMap((bound, index) => [bound, ...between(bound, sorted[index + 1] ?? bound, count, whole)]),
    ...(sorted.length === 0 ? [0] : []),
    ...steps.map((step) => highest + step),
  ];
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = kind;
  const inside = [...new Set(all)].filter((value) => value >= least && value <= most).toSorted((a, b) => a - b);
  return inside.length > 0 ? inside : [Math.max(least, Math.min(most, lowest))];
}

function days(bounds: readonly string[], count: number): string[] {
  const known = bounds.filter(isPlainDate);
  const near = Array.from({ length: count }, (_, index) => index + 1).flatMap((step) =>
    known.flatMap((day) => [addDays(day, -step), addDays(day, step)]),
  );
  return [...new Set([...known, ...near, ...(known.length === 0 ? ["2000-01-01"] : [])])].toSorted();
}

function words(bounds: readonly string[], { values }: Kind, count: number): string[] {
  if (values) return [...values];
  const others = Array.from({ length: count }, (_, index) => `other${index === 0 ? "" : index + 1}`);
  return [...new Set([...bounds, ...others.map((other) => (bounds.includes(other) ? `${other}…` : other))])];
}

function valuesOf(kind: Kind, bounds: readonly FactValue[], count: number): FactValue[] {
  const unknown = kind.known ? [] : [null];
  if (kind.type === "boolean") return [true, false, ...unknown];
  if (isNumeric(kind.type)) {
    const found = numbers(
      bounds.filter((bound) => typeof bound === "number"),
      kind,
      count,
    );
    return [...found, ...unknown];
  }
  const texts = bounds.filter((bound) => typeof bound === "string");
  return [...(kind.type === "date" ? days(texts, count) : words(texts, kind, count)), ...unknown];
}

function boundsOf(leaf: Leaf, body: PolicyBody): FactValue[] {
  if ("in" in leaf) return [...leaf.in];
  if (!("is" in leaf)) return [leaf.from, leaf.to].filter((bound) => bound !== undefined);
  if (!isReference(leaf.value)) return [leaf.value];
  return "setting" in leaf.value ? settingValues(body, leaf.value.setting) : [];
}

/** Names that are compared with each other share their bounds: only so every order of them is among the values. */
function companies(leaves: readonly Leaf[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const leaf of leaves) {
    const other = "is" in leaf && isReference(leaf.value) && "fact" in leaf.value ? [leaf.value.fact] : [];
    const together = new Set([leaf.fact, ...other].flatMap((name) => [name, ...(found.get(name) ?? [])]));
    for (const name of together) found.set(name, together);
  }
  return found;
}

/**
 * Everything some conditions can tell apart, as the few values of each name they ask. Whatever holds for all combinations of
 * these values holds for all facts there can be.
 */
export function dimensionsOf(conditions: readonly Condition[], body: PolicyBody, kinds: Kinds): Dimension[] {
  const leaves = conditions.flatMap(leavesOf);
  const groups = companies(leaves);
  const facts = [...groups].map(([name, company]) => {
    const bounds = leaves.filter((leaf) => company.has(leaf.fact)).flatMap((leaf) => boundsOf(leaf, body));
    const kind = kinds.get(name) ?? { type: "text" };
    return { name, isSetting: false, values: valuesOf(kind, bounds, company.size) };
  });
  const settings = leaves.flatMap((leaf) =>
    "is" in leaf && isReference(leaf.value) && "setting" in leaf.value ? [leaf.value.setting] : [],
  );
  return [
    ...facts,
    ...[...new Set(settings)].map((name) => ({ name, isSetting: true, values: settingValues(body, name) })),
  ];
}

/** How many combinations there are. */
export const countCells = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((count, { values }) => count * values.length, 1);

/** All combinations, one index for each dimension, the last changing fastest. */
export function* cellsOf(dimensions: readonly Dimension[]): Generator<readonly number[]> {
  const place = dimensions.map(() => 0);
  if (dimensions.some(({ values }) => values.length === 0)) return;
  for (;;) {
    yield [...place];
    let index = dimensions.length - 1;
    while (index >= 0 && (place[index] ?? 0) + 1 >= (dimensions[index]?.values.length ?? 0)) {
      place[index] = 0;
      index -= 1;
    }
    if (index < 0) return;
    place[index] = (place[index] ?? 0) + 1;
  }
}
