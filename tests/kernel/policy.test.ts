import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, evaluate, type Facts, type PolicyBody, type Verdict } from "@/kernel/policy";
import { PolicyDefect } from "@/kernel/policy/language";

const severities: Verdict[] = ["approve", "review", "ask", "reject"];
const named = (id: string, pass: Condition, otherwise: "review" | "ask" | "reject", appliesWhen?: Condition) => ({
  id,
  title: { en: id },
  pass,
  otherwise,
  because: { en: id },
  ...(appliesWhen ? { appliesWhen } : {}),
});
const holds = (condition: Condition, facts: Facts) =>
  evaluate({ rules: [named("r", condition, "review")], tables: {}, settings: {} }, facts).verdict === "approve";

const facts: Facts = { amount: 100, country: "DE", closes: "2026-11-25", direct: false, unknown: null };

describe("a comparison", () => {
  test.each<[Condition, boolean]>([
    [{ fact: "amount", is: "eq", value: 100 }, true],
    [{ fact: "amount", is: "ne", value: 100 }, false],
    [{ fact: "amount", is: "lt", value: 100 }, false],
    [{ fact: "amount", is: "lte", value: 100 }, true],
    [{ fact: "amount", is: "gt", value: 100 }, false],
    [{ fact: "amount", is: "gt", value: 99 }, true],
    [{ fact: "amount", is: "gte", value: 100 }, true],
    [{ fact: "closes", is: "lt", value: "2026-12-01" }, true],
    [{ fact: "country", is: "ne", value: "AT" }, true],
    [{ fact: "country", in: ["AT", "DE"] }, true],
    [{ fact: "country", in: ["AT"] }, false],
    [{ fact: "country", in: [] }, false],
    [{ fact: "amount", from: 100, to: 101 }, true],
    [{ fact: "amount", from: 0, to: 100 }, false],
    [{ fact: "amount", from: 100 }, true],
    [{ fact: "amount", to: 100 }, false],
    [{ fact: "country", from: 0, to: 100 }, false],
    [{ fact: "amount", is: "lt", value: "200" }, false],
    [{ fact: "amount", is: "eq", value: "100" }, false],
    [{ fact: "direct", is: "eq", value: false }, true],
    [{ fact: "direct", is: "lt", value: true }, false],
  ])("%j: %s", (condition, expected) => expect(holds(condition, facts)).toBe(expected));

  test.each<[Condition]>([
    [{ fact: "unknown", is: "eq", value: null }],
    [{ fact: "unknown", is: "ne", value: 5 }],
    [{ fact: "unknown", is: "lt", value: 5 }],
    [{ fact: "unknown", in: [null, 5] }],
    [{ fact: "unknown", from: 0 }],
    [{ fact: "amount", is: "ne", value: null }],
  ])("with nothing never holds: %j", (condition) => expect(holds(condition, facts)).toBe(false));

  test.each<[Condition, boolean]>([
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ not: { fact: "amount", is: "eq", value: 1 } }, true],
    [
      {
        all: [
          { fact: "amount", is: "eq", value: 100 },
          { fact: "country", is: "eq", value: "AT" },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { fact: "amount", is: "eq", value: 100 },
          { fact: "country", is: "eq", value: "AT" },
        ],
      },
      true,
    ],
  ])("combines: %j: %s", (condition, expected) => expect(holds(condition, facts)).toBe(expected));

  test("with a fact nobody supplied is a defect, also where the rest has decided", () => {
    const missing: Condition = { fact: "weather", is: "eq", value: "fine" };
    expect(() => holds(missing, facts)).toThrow(PolicyDefect);
    expect(() => holds({ any: [{ all: [] }, missing] }, facts)).toThrow(PolicyDefect);
  });

  test.each(["constructor", "toString", "__proto__"])(
    "with %s, which every object has, is a fact nobody supplied",
    (fact) => expect(() => holds({ fact, is: "ne", value: 1 }, facts)).toThrow(PolicyDefect),
  );

  test("leaves a trace of what was compared with what", () => {
    const condition: Condition = {
      not: {
        any: [
          { fact: "amount", from: 1, to: 9 },
          { fact: "country", in: ["AT"] },
        ],
      },
    };
    const body: PolicyBody = { rules: [named("r", condition, "ask")], tables: {}, settings: {} };
    expect(evaluate(body, facts).rules).toEqual([
      {
        rule: "r",
        result: "pass",
        verdict: "approve",
        tests: [
          { fact: "amount", actual: 100, is: "range", bound: { from: 1, to: 9 }, holds: false },
          { fact: "country", actual: "DE", is: "in", bound: ["AT"], holds: false },
        ],
      },
    ]);
  });
});

describe("a verdict", () => {
  const outcomes = fc.array(
    fc.record({
      result: fc.constantFrom("pass", "fail", "not_applicable"),
      otherwise: fc.constantFrom("review", "ask", "reject"),
    }),
  );

  test("is the most severe of the rules that fail, approve where none does", () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const rules = list.map(({ result, otherwise }, index) =>
          named(
            `r${index}`,
            { fact: "amount", is: result === "pass" ? "eq" : "ne", value: 100 },
            otherwise,
            result === "not_applicable" ? { any: [] } : { all: [] },
          ),
        );
        const evaluation = evaluate({ rules, tables: {}, settings: {} }, facts);
        const failing = list
          .filter(({ result }) => result === "fail")
          .map(({ otherwise }) => severities.indexOf(otherwise));
        expect(evaluation.verdict).toBe(severities[Math.max(0, ...failing)]);
        expect(evaluation.rules.map(({ result }) => result)).toEqual(list.map(({ result }) => result));
      }),
    );
  });
});
