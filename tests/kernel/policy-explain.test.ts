import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Condition,
  evaluate,
  type FactDeclaration,
  type Facts,
  type PolicyBody,
  type PolicyRule,
} from "@/kernel/policy";
import { explain, localText, visibleTo } from "@/kernel/policy-explain";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { registrationFacts } from "@/modules/deals/facts";

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
      applies: [],
      tests: [{ fact: "free", actual: false, is: "eq", bound: true, holds: false }],
    });
    expect(active).toMatchObject({ rule: "active", because: null, result: "pass", verdict: "approve" });
  });

  test("made with the facts says of every rule why, also of one that did not apply, and names nothing that did not matter", () => {
    const values = { ...one, engaged: true };
    const told = explain(body, evaluate(body, values), "en", values).map(({ rule: id, result, applies, tests }) => [
      id,
      result,
      applies.map(({ fact }) => fact),
      tests.map(({ fact }) => fact),
    ]);
    expect(told).toEqual([
      ["free", "fail", [], ["free"]],
      ["quiet", "fail", [], ["engaged"]],
      ["active", "pass", [], ["active"]],
      ["new", "not_applicable", ["first"], []],
    ]);
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
  const seenBy = (values: Facts, policy = body, known = declarations) =>
    visibleTo("partner", evaluate(policy, values), known, policy);

  test("never holds a comparison of a fact of the vendor's", () => {
    fc.assert(
      fc.property(facts, (values) => {
        expect(seenBy(values).rules.flatMap((trace) => trace.tests.map((entry) => entry.fact))).not.toContain(
          "engaged",
        );
      }),
    );
  });

  test("holds every rule with its result, and the comparisons of open facts", () => {
    const evaluation = evaluate(body, one);
    const seen = seenBy(one);
    expect(seen.rules.map(({ rule, result, verdict }) => [rule, result, verdict])).toEqual(
      evaluation.rules.map(({ rule, result, verdict }) => [rule, result, verdict]),
    );
    expect(seen.rules.at(-1)?.tests.map((entry) => entry.fact)).toEqual(["active"]);
  });

  const engaged: Condition = { fact: "engaged", is: "eq", value: true };
  const free: Condition = { fact: "free", is: "eq", value: true };
  const withTable = (...whens: Condition[]): PolicyBody => ({
    ...body,
    tables: {
      secret: { hit: "collect", rows: whens.map((when, index) => ({ id: `row${index}`, when, then: index })) },
      open: { hit: "first", rows: [{ id: "free", when: free, then: 1 }], otherwise: 0 },
    },
  });

  test.each<[string, Condition[]]>([
    ["asks it", [engaged]],
    ["asks it in a row that was not hit", [free, engaged]],
    ["asks it behind not", [{ not: engaged }]],
    ["asks it among open facts", [{ all: [free, { any: [free, engaged] }] }]],
    ["asks whether it is in a list", [{ fact: "engaged", in: [true] }]],
    ["asks whether it is in a range", [{ fact: "engaged", from: 1 }]],
  ])("holds no answer and no row of a table that %s", (_, whens) => {
    for (const value of [true, false]) {
      const seen = seenBy({ ...one, free: true, engaged: value }, withTable(...whens));
      expect(seen.outputs).toEqual({ open: 1 });
      expect(seen.rows).toEqual({ open: ["free"] });
    }
  });

  test("does not tell one value of a fact of the vendor's from another but by the results of rules", () => {
    const policies = [body, withTable(engaged), withTable(free, { not: engaged })];
    fc.assert(
      fc.property(facts, fc.constantFrom(...policies), (values, policy) => {
        const [here, there] = [true, false].map((value) => seenBy({ ...values, engaged: value }, policy));
        expect([here?.outputs, here?.rows]).toEqual([there?.outputs, there?.rows]);
        expect(here?.rules.map(({ tests }) => tests)).toEqual(there?.rules.map(({ tests }) => tests));
      }),
    );
  });

  test("hides a fact that nobody declares, and what follows from it", () => {
    const seen = seenBy(one, withTable(free), []);
    expect(seen.rules.flatMap((trace) => trace.tests)).toEqual([]);
    expect([seen.outputs, seen.rows]).toEqual([{}, {}]);
  });

  test("leaves what the shipped rules grant, which follows from open facts alone", () => {
    const policy = registrationPolicy(5_000_000);
    const values = Object.fromEntries(registrationFacts.map(({ id, type }) => [id, type === "text" ? "new" : 0]));
    const evaluation = evaluate(policy, values);
    const seen = visibleTo("partner", evaluation, registrationFacts, policy);
    expect(seen.outputs).toEqual({
      "benefit.basis_points": 800,
      "protection.days": 90,
      "support.presales": "none",
    });
  });

  test("leaves the vendor everything", () => {
    const evaluation = evaluate(body, one);
    expect(visibleTo("vendor", evaluation, declarations, body)).toBe(evaluation);
  });
});
