import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, type DecisionTable, evaluate } from "@/kernel/policy";
import { PolicyDefect } from "@/kernel/policy/language";

const rows = [
  { id: "large", when: { fact: "amount", is: "gte", value: 100 } as const, then: 15 },
  { id: "medium", when: { fact: "amount", is: "gte", value: 50 } as const, then: 10 },
  { id: "small", when: { fact: "amount", from: 1, to: 50 } as const, then: 5 },
];
const run = (table: DecisionTable, amount: number | null) => {
  const { outputs, rows: hits } = evaluate({ rules: [], tables: { t: table }, settings: {} }, { amount });
  return [outputs.t, hits.t];
};

describe("a decision table", () => {
  test.each([
    [100, 15, ["large"]],
    [99, 10, ["medium"]],
    [49, 5, ["small"]],
    [0, 0, []],
    [null, 0, []],
  ])("with hit first answers %j with %j", (amount, answer, hits) =>
    expect(run({ hit: "first", rows, otherwise: 0 }, amount)).toEqual([answer, hits]),
  );

  test.each([
    [100, [15, 10], ["large", "medium"]],
    [49, [5], ["small"]],
    [0, [], []],
  ])("with hit collect answers %j with %j", (amount, answer, hits) =>
    expect(run({ hit: "collect", rows }, amount)).toEqual([answer, hits]),
  );

  test("with hit unique has one answer, or the one for the rest", () => {
    expect(run({ hit: "unique", rows, otherwise: 0 }, 49)).toEqual([5, ["small"]]);
    expect(run({ hit: "unique", rows, otherwise: 0 }, 0)).toEqual([0, []]);
    expect(() => run({ hit: "unique", rows, otherwise: 0 }, 100)).toThrow(PolicyDefect);
  });

  test.each(["first", "unique"] as const)("with hit %s and no answer is a defect", (hit) => {
    expect(() => run({ hit, rows }, 0)).toThrow(PolicyDefect);
    expect(run({ hit, rows }, 10)).toEqual([5, ["small"]]);
  });

  test("may answer with nothing", () => expect(run({ hit: "first", rows, otherwise: null }, 0)).toEqual([null, []]));
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom("amount", "age"),
    is: fc.constantFrom("eq", "ne", "lt", "lte", "gt", "gte"),
    value: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(null)),
  }),
  fc.record({ fact: fc.constantFrom("amount", "age"), in: fc.array(fc.integer({ min: 0, max: 5 })) }),
  fc.record({ fact: fc.constantFrom("amount", "age"), from: fc.nat(5), to: fc.nat(5) }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ not: tie("condition") }),
  ),
}));
const someFacts = fc.record({ amount: fc.nat(5), age: fc.oneof(fc.nat(5), fc.constant(null)) });

test("the same facts give the same evaluation, and neither policy nor facts change", () => {
  fc.assert(
    fc.property(condition, condition, someFacts, (pass, when, facts) => {
      const body = {
        rules: [
          { id: "r", title: { en: "r" }, pass, appliesWhen: when, otherwise: "ask", because: { en: "b" } } as const,
        ],
        tables: { t: { hit: "first", rows: [{ id: "x", when: pass, then: 1 }], otherwise: 0 } as const },
        settings: {},
      };
      const before = JSON.stringify([body, facts]);
      expect(evaluate(body, facts)).toEqual(evaluate(structuredClone(body), structuredClone(facts)));
      expect(JSON.stringify([body, facts])).toBe(before);
    }),
  );
});

test("not turns every answer around, and all is the opposite of any", () => {
  const answer = (when: Condition, facts: { amount: number; age: number | null }) =>
    evaluate(
      { rules: [], tables: { t: { hit: "first", rows: [{ id: "x", when, then: 1 }], otherwise: 0 } }, settings: {} },
      facts,
    ).outputs.t;
  fc.assert(
    fc.property(condition, condition, someFacts, (a, b, facts) => {
      expect(answer({ not: a }, facts)).not.toBe(answer(a, facts));
      // De Morgan.
      expect(answer({ not: { all: [a, b] } }, facts)).toBe(answer({ any: [{ not: a }, { not: b }] }, facts));
    }),
  );
});
