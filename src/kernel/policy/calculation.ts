import { check, factOf, factsIn, type Scope, standsFor } from "./condition";
import {
  type Calculation,
  type Facts,
  type FactValue,
  type Points,
  type PolicyBody,
  PolicyDefect,
  type Reference,
  type Term,
} from "./language";

const whole = 10_000n;

/** The facts with which the place of a ranking is supplied; `withRanks` makes them for a population. */
export const rankFacts = (id: string) => ({ position: `${id}.position`, size: `${id}.size` });

function numberOf(of: string | Reference, scope: Scope): number | null {
  const value = typeof of === "string" ? factOf(scope.facts, of) : standsFor(of, scope);
  if (value === null) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") throw new PolicyDefect(`${JSON.stringify(of)} is no number`);
  return value;
}

const capped = (value: number, most: number | undefined) => (most === undefined ? value : Math.min(value, most));

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new PolicyDefect(`${value} is not a whole number that can be kept exactly`);
  return value;
}

function sum(terms: readonly Term[], scope: Scope): number | null {
  let total = 0;
  for (const { of, times = 1, most } of terms) {
    const value = numberOf(of, scope);
    if (value === null) return null;
    total = safe(total + safe(capped(value, most) * times));
  }
  return total;
}

/** Hundredths of a percent, exact to the unit: whole numbers only, rounded to the side the policy names. */
function share(part: number, of: number, round: "down" | "up"): number {
  const scaled = BigInt(safe(part)) * whole;
  const by = BigInt(safe(of));
  const floor = scaled / by - (scaled % by !== 0n && scaled < 0n ? 1n : 0n);
  return safe(Number(round === "up" && scaled % by !== 0n ? floor + 1n : floor));
}

function ratio({ ratio: part, of, round = "down", most, otherwise }: Of<"ratio">, scope: Scope): FactValue {
  const [above, below] = [numberOf(part, scope), numberOf(of, scope)];
  if (above === null || below === null) return null;
  return below <= 0 ? (otherwise ?? null) : capped(share(above, below, round), most);
}

function pointsOf(entry: Points, scope: Scope): number {
  if ("when" in entry) return check(entry.when, scope).holds ? entry.points : 0;
  const value = numberOf(entry.per, scope);
  return value === null ? 0 : capped(Math.floor(value / entry.each) * entry.points, entry.most);
}

function bands({ bands: fact, steps, otherwise }: Of<"bands">, scope: Scope): FactValue {
  const value = numberOf(fact, scope);
  if (value === null) return null;
  return steps.findLast(({ from }) => value >= from)?.then ?? otherwise ?? null;
}

function rank(id: string, as: "position" | "share", { facts }: Scope): FactValue {
  const names = rankFacts(id);
  const [position, size] = [factOf(facts, names.position), factOf(facts, names.size)];
  if (typeof position !== "number" || typeof size !== "number") return null;
  return as === "position" ? position : share(position, size, "up");
}

type Of<Kind extends string> = Extract<Calculation, Record<Kind, unknown>>;

function calculate(id: string, calculation: Calculation, scope: Scope): FactValue {
  if ("sum" in calculation) {
    const total = sum(calculation.sum, scope);
    return total === null ? null : capped(total, calculation.most);
  }
  if ("ratio" in calculation) return ratio(calculation, scope);
  if ("points" in calculation) {
    const total = calculation.points.reduce((points, entry) => points + pointsOf(entry, scope), 0);
    return capped(safe(total), calculation.most);
  }
  return "bands" in calculation ? bands(calculation, scope) : rank(id, calculation.as, scope);
}

const named = (of: string | Reference): string[] => (typeof of === "string" ? [of] : "fact" in of ? [of.fact] : []);

/** The facts and other values a calculation rests on. */
export function needsOf(id: string, calculation: Calculation): string[] {
  if ("sum" in calculation) return calculation.sum.flatMap(({ of }) => named(of));
  if ("ratio" in calculation) return [...named(calculation.ratio), ...named(calculation.of)];
  if ("points" in calculation)
    return calculation.points.flatMap((entry) => ("when" in entry ? factsIn(entry.when) : [entry.per]));
  return "bands" in calculation ? [calculation.bands] : Object.values(rankFacts(id));
}

/** The values in an order in which each comes after those it rests on; null where they rest on each other in a circle. */
export function inOrder(values: Readonly<Record<string, Calculation>>): readonly string[] | null {
  const done: string[] = [];
  const open = new Set(Object.keys(values).toSorted());
  while (open.size > 0) {
    const ready = [...open].filter((id) => {
      const calculation = values[id];
      return !calculation || needsOf(id, calculation).every((need) => !open.has(need));
    });
    if (ready.length === 0) return null;
    for (const id of ready) open.delete(id);
    done.push(...ready);
  }
  return done;
}

/** Works out everything a policy calculates. */
export function calculateAll(
  { values = {} }: Pick<PolicyBody, "values">,
  facts: Facts,
  settings: Scope["settings"],
): Record<string, FactValue> {
  const order = inOrder(values);
  if (!order) throw new PolicyDefect("values rest on each other in a circle");
  const found: Record<string, FactValue> = {};
  for (const id of order) {
    const calculation = values[id];
    if (calculation) found[id] = calculate(id, calculation, { facts: { ...facts, ...found }, settings });
  }
  return found;
}
