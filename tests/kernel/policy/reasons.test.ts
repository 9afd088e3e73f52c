import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, type Facts } from "@/kernel/policy";
import { check } from "@/kernel/policy/condition";
import type { Condition } from "@/kernel/policy/language";
import { decisiveOf, factsNamed, reasonsFor } from "@/kernel/policy/reasons";
import { body, condition, everyCase, rule } from "./support";

const cases = fc.constantFrom(...everyCase());
const policies = fc.tuple(condition, condition, condition, condition).map(([pass, applies, first, second]) =>
  body({
    rules: [rule("asked", pass, applies)],
    tables: {
      answer: {
        hit: "first",
        rows: [
          { id: "a", when: first, then: 1 },
          { id: "b", when: second, then: 2 },
        ],
        otherwise: 0,
      },
    },
    settings: { limit: 3 },
    values: { worth: { points: [{ id: "direct", when: { fact: "direct", is: "eq", value: true }, points: 5 }] } },
  }),
);

test("an explanation names every fact that mattered: whatever the others become, the result stays", () => {
  fc.assert(
    fc.property(policies, cases, cases, (policy, facts, others) => {
      const evaluation = evaluate(policy, facts);
      const named = factsNamed(reasonsFor(policy, facts, evaluation), policy);
      const mixed: Facts = Object.fromEntries(
        Object.entries(others).map(([id, value]) => [id, named.has(id) ? (facts[id] ?? null) : value]),
      );
      const again = evaluate(policy, mixed);
      expect([again.verdict, again.outputs, again.rows]).toEqual([
        evaluation.verdict,
        evaluation.outputs,
        evaluation.rows,
      ]);
      expect(again.rules.map(({ result }) => result)).toEqual(evaluation.rules.map(({ result }) => result));
    }),
    { numRuns: 500 },
  );
});

test("a whole trace tells as much as the facts; a part of one tells nothing that is not in it", () => {
  fc.assert(
    fc.property(condition, cases, (asked, facts) => {
      const { holds, tests, decisive } = check(asked, { facts, settings: { limit: 3 } });
      const key = ({ fact, is, bound }: (typeof tests)[number]) => JSON.stringify([fact, is, bound]);
      expect(decisiveOf(asked, tests, holds).map(key)).toEqual([...new Set(decisive.map(key))]);
      const open = tests.filter(({ fact }) => fact !== "amount");
      expect(decisiveOf(asked, open, holds).every((test) => open.includes(test))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

/** Conditions in which every comparison has a yes-or-no fact of its own. */
const shape = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    fc.constant<Condition>({ fact: "?", is: "eq", value: true }),
    fc.record({ all: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("tree") }),
    fc.record({ atLeast: fc.constant(2), of: fc.array(tie("tree"), { minLength: 2, maxLength: 4 }) }),
  ),
})).tree;

function numbered(condition: Condition): { condition: Condition; facts: string[] } {
  let count = 0;
  const text = JSON.stringify(condition).replaceAll('"?"', () => {
    count += 1;
    return `"f${count}"`;
  });
  return { condition: JSON.parse(text), facts: Array.from({ length: count }, (_, index) => `f${index + 1}`) };
}

test("and no other: what it names is exactly what the smallest changes that turn the result around are made of", () => {
  const read = fc.tuple(shape.map(numbered), fc.nat()).filter(([{ facts }]) => facts.length >= 1 && facts.length <= 7);
  fc.assert(
    fc.property(read, ([{ condition: asked, facts: names }, seed]) => {
      const facts = Object.fromEntries(names.map((name, index) => [name, ((seed >> index) & 1) === 1]));
      const holds = (flipped: number) =>
        check(asked, {
          facts: Object.fromEntries(
            names.map((name, i) => [name, ((flipped >> i) & 1) === 1 ? !facts[name] : !!facts[name]]),
          ),
          settings: {},
        }).holds;
      const before = holds(0);
      const turning = Array.from({ length: 2 ** names.length }, (_, set) => set).filter((set) => holds(set) !== before);
      const smallest = turning.filter((set) => !turning.some((other) => other !== set && (other & set) === other));
      const mattered = names.filter((_, index) => smallest.some((set) => (set >> index) & 1));
      const named = check(asked, { facts, settings: {} }).decisive.map(({ fact }) => fact);
      expect(named.toSorted()).toEqual(mattered.toSorted());
    }),
    { numRuns: 500 },
  );
});

describe("reasons", () => {
  const policy = body({
    rules: [
      rule("enough", { fact: "points", is: "gte", value: 10 }),
      rule("new-only", { fact: "amount", is: "gt", value: 5 }, { fact: "tier", is: "eq", value: "gold" }),
    ],
    tables: {
      grant: {
        hit: "first",
        rows: [
          { id: "large", when: { fact: "amount", is: "gte", value: 5 }, then: 2 },
          { id: "any", when: { fact: "direct", is: "eq", value: false }, then: { fact: "points" } },
        ],
        otherwise: 0,
      },
    },
    values: { points: { points: [{ id: "each", per: "count", each: 1, points: 3 }] } },
  });
  const facts = { amount: 4, count: 2, tier: "silver", direct: false };
  const reasons = reasonsFor(policy, facts, evaluate(policy, facts));

  test("say why a rule failed, and why one did not apply", () =>
    expect(
      reasons.rules.map(({ result, applies, tests }) => [result, applies.length, tests.map(({ fact }) => fact)]),
    ).toEqual([
      ["fail", 0, ["points"]],
      ["not_applicable", 1, []],
    ]));

  test("take a calculated value apart", () =>
    expect(reasons.values).toEqual([{ value: "points", is: 6, of: [{ fact: "count", is: 2 }] }]));

  test("name the rows that were passed over as well as the one that was hit", () =>
    expect(reasons.tables).toMatchObject([{ rows: ["any"], tests: [{ fact: "amount" }, { fact: "direct" }] }]));
});
