import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, type FactDeclaration, type PolicyBody, type PolicyRule } from "@/kernel/policy";
import { explain, localText, visibleTo } from "@/kernel/policy-explain";

const rule = (id: string, fact: string, over: Partial<PolicyRule> = {}): PolicyRule => ({
  id,
  title: { en: `${id} holds`, de: `${id} gilt` },
  pass: { fact, is: "eq", value: true },
  otherwise: "review",
  because: { en: `${id} fails`, de: `${id} scheitert` },
  ...over,
});
const body: PolicyBody = {
  rules: [
    rule("active", "active"),
    rule("free", "free", { otherwise: "reject" }),
    rule("new", "is_new", { appliesWhen: { fact: "first", is: "eq", value: true } }),
    rule("quiet", "engaged", {
      pass: {
        all: [
          { fact: "engaged", is: "eq", value: false },
          { fact: "active", is: "eq", value: true },
        ],
      },
    }),
  ],
  tables: {
    t: { hit: "first", rows: [{ id: "x", when: { fact: "engaged", is: "eq", value: true }, then: 1 }], otherwise: 0 },
  },
  settings: {},
};
const facts = fc.record({
  active: fc.boolean(),
  free: fc.boolean(),
  first: fc.boolean(),
  is_new: fc.boolean(),
  engaged: fc.boolean(),
});
const declarations: FactDeclaration[] = ["active", "free", "first", "is_new", "engaged"].map((id) => ({
  id,
  type: "boolean",
  label: id,
  audience: id === "engaged" ? "vendor" : "all",
}));
const one = { active: true, free: false, first: false, is_new: true, engaged: false };

describe("an explanation", () => {
  test("names exactly the rules that apply, those that failed first", () => {
    fc.assert(
      fc.property(facts, (values) => {
        const evaluation = evaluate(body, values);
        const explained = explain(body, evaluation, "en");
        const applying = evaluation.rules.filter(({ result }) => result !== "not_applicable");
        expect(explained.map((entry) => entry.rule).toSorted()).toEqual(applying.map((trace) => trace.rule).toSorted());
        const failed = explained.map((entry) => entry.result === "fail");
        expect(failed).toEqual(failed.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  test("keeps the order of the policy among those that failed and among those that passed", () => {
    const evaluation = evaluate(body, { ...one, first: true, is_new: false });
    expect(explain(body, evaluation, "en").map((entry) => entry.rule)).toEqual(["free", "new", "active", "quiet"]);
  });

  test("says why only where a rule failed, with its verdict and what was compared", () => {
    const [free, active] = explain(body, evaluate(body, one), "de");
    expect(free).toEqual({
      rule: "free",
      title: "free gilt",
      because: "free scheitert",
      result: "fail",
      verdict: "reject",
      tests: [{ fact: "free", actual: false, is: "eq", bound: true, holds: false }],
    });
    expect(active).toMatchObject({ rule: "active", because: null, result: "pass", verdict: "approve" });
  });

  test("of a rule the policy has lost still names it", () => {
    const [first] = explain({ ...body, rules: [] }, evaluate(body, one), "en");
    expect(first).toMatchObject({ rule: "free", title: "free", because: null, result: "fail" });
  });
});

describe("a text", () => {
  const text = { en: "color", "en-GB": "colour", de: "Farbe" };
  test.each([
    ["en", "color"],
    ["en-GB", "colour"],
    ["en-US", "color"],
    ["de-AT", "Farbe"],
    ["fr", "color"],
    ["", "color"],
  ])("in %j is %s", (locale, expected) => expect(localText(text, locale)).toBe(expected));
});

describe("what a partner sees of an evaluation", () => {
  test("never holds a comparison of a fact of the vendor's", () => {
    fc.assert(
      fc.property(facts, (values) => {
        const seen = visibleTo("partner", evaluate(body, values), declarations);
        expect(seen.rules.flatMap((trace) => trace.tests.map((entry) => entry.fact))).not.toContain("engaged");
      }),
    );
  });

  test("holds every rule with its result, and the comparisons of open facts", () => {
    const evaluation = evaluate(body, one);
    const seen = visibleTo("partner", evaluation, declarations);
    expect(seen.rules.map(({ rule, result, verdict }) => [rule, result, verdict])).toEqual(
      evaluation.rules.map(({ rule, result, verdict }) => [rule, result, verdict]),
    );
    expect(seen.rules.at(-1)?.tests.map((entry) => entry.fact)).toEqual(["active"]);
  });

  test("hides a fact that nobody declares", () => {
    const seen = visibleTo("partner", evaluate(body, one), []);
    expect(seen.rules.flatMap((trace) => trace.tests)).toEqual([]);
  });

  test("leaves the vendor everything", () => {
    const evaluation = evaluate(body, one);
    expect(visibleTo("vendor", evaluation, declarations)).toBe(evaluation);
  });
});
