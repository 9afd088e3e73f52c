import { inOrder } from "./calculation";
import type { Calculation, PolicyBody, Reference } from "./language";
import { conditionFindings, type Names, referenceFindings } from "./lint-conditions";
import { finding, type LintFinding } from "./lint-finding";
import { isNumeric, type Kind } from "./signature";

type Of<Key extends string> = Extract<Calculation, Record<Key, unknown>>;

const counted: Kind = { type: "number" };

/** The kind of something that is counted; null where it is a setting, which takes the kind of its company. */
function kindOf(of: string | Reference, { kinds }: Names): Kind | null {
  if (typeof of !== "string" && "setting" in of) return null;
  return kinds.get(typeof of === "string" ? of : of.fact) ?? null;
}

/** Faults of numbers that are put together: unknown, no numbers, or of different kinds. */
function togetherFindings(parts: readonly (string | Reference)[], where: string, names: Names): LintFinding[] {
  const wanted = parts.map((part) => kindOf(part, names)).find((kind) => kind !== null) ?? counted;
  return parts.flatMap((part) => {
    if (typeof part !== "string" && "setting" in part) return referenceFindings(part, wanted, where, names);
    const fact = typeof part === "string" ? part : part.fact;
    const kind = names.kinds.get(fact);
    if (!kind) return [finding("unknown_fact", where, { fact })];
    const isCountable = isNumeric(kind.type) || kind.type === "boolean";
    if (!isCountable) return [finding("type_mismatch", where, { fact, type: kind.type })];
    if (wanted.type === "boolean" || kind.type === "boolean") {
      return wanted.type === kind.type || wanted.type === "number" || kind.type === "number"
        ? []
        : [finding("unit_mismatch", where, { fact, unit: kind.type, other: wanted.type })];
    }
    return kind.type === wanted.type
      ? referenceFindings({ fact }, wanted, where, names)
      : [finding("unit_mismatch", where, { fact, unit: kind.type, other: wanted.type })];
  });
}

function bandFindings({ bands, steps }: Of<"bands">, where: string, names: Names): LintFinding[] {
  const bounds = steps.map(({ from }) => from);
  const twice = bounds.filter((from, index) => bounds.indexOf(from) !== index);
  const isRising = bounds.every((from, index) => index === 0 || from >= (bounds[index - 1] ?? from));
  return [
    ...togetherFindings([bands], where, names),
    ...twice.map((from) => finding("duplicate_bound", where, { bound: from })),
    ...(steps.length === 0 || !isRising ? [finding("bad_step", where)] : []),
  ];
}

function pointFindings({ points }: Of<"points">, where: string, names: Names): LintFinding[] {
  const ids = points.map(({ id }) => id);
  return points.flatMap((entry, index) => {
    const at = `${where}.points.${entry.id}`;
    const twice = ids.indexOf(entry.id) === index ? [] : [finding("duplicate_id", at, { id: entry.id })];
    if ("when" in entry) return [...twice, ...conditionFindings(entry.when, at, names)];
    const step = entry.each > 0 ? [] : [finding("bad_step", at)];
    return [...twice, ...step, ...togetherFindings([entry.per], at, names)];
  });
}

function rankFindings({ rank, within }: Of<"rank">, where: string, names: Names): LintFinding[] {
  const unknown = within !== undefined && !names.kinds.has(within);
  return [
    ...togetherFindings([rank], where, names),
    ...(unknown ? [finding("unknown_fact", where, { fact: within })] : []),
  ];
}

function calculationFindings(calculation: Calculation, where: string, names: Names): LintFinding[] {
  if ("sum" in calculation) {
    const parts = calculation.sum.map(({ of }) => of);
    const whole = calculation.sum.every(({ times = 1 }) => Number.isInteger(times));
    const bad = parts.length === 0 || !whole ? [finding("bad_step", where)] : [];
    return [...bad, ...togetherFindings(parts, where, names)];
  }
  if ("ratio" in calculation) return togetherFindings([calculation.ratio, calculation.of], where, names);
  if ("points" in calculation) return pointFindings(calculation, where, names);
  return "bands" in calculation ? bandFindings(calculation, where, names) : rankFindings(calculation, where, names);
}

/** Faults of what a policy calculates. */
export function valueFindings({ values = {} }: PolicyBody, names: Names, declared: ReadonlySet<string>): LintFinding[] {
  const hides = Object.keys(values).filter((id) => declared.has(id));
  return [
    ...hides.map((id) => finding("hidden_fact", `values.${id}`, { fact: id })),
    ...(inOrder(values) ? [] : [finding("circle", "values")]),
    ...Object.entries(values).flatMap(([id, calculation]) => calculationFindings(calculation, `values.${id}`, names)),
  ];
}
