import type { Evaluation, FactDeclaration, FactTest, LocalText, PolicyBody, RuleTrace, Verdict } from "./policy";

/** A rule as a reader sees it: what must hold, what was found, and why it matters where it fails. */
export type ExplainedRule = {
  readonly rule: string;
  readonly title: string;
  /** Only where the rule failed. */
  readonly because: string | null;
  readonly result: "pass" | "fail";
  readonly verdict: Verdict;
  readonly tests: readonly FactTest[];
};

/** The text in a language, else in English. */
export function localText(text: LocalText, locale: string): string {
  return text[locale] ?? text[locale.split("-")[0] ?? ""] ?? text.en;
}

const order = (trace: RuleTrace) => (trace.result === "fail" ? 0 : 1);

/** Puts an evaluation into words: the rules that failed first, then those that passed; rules that did not apply are left out. */
export function explain(body: PolicyBody, evaluation: Evaluation, locale: string): ExplainedRule[] {
  return evaluation.rules
    .filter((trace) => trace.result !== "not_applicable")
    .toSorted((left, right) => order(left) - order(right))
    .map((trace) => {
      const rule = body.rules.find((candidate) => candidate.id === trace.rule);
      return {
        rule: trace.rule,
        title: rule ? localText(rule.title, locale) : trace.rule,
        because: rule && trace.result === "fail" ? localText(rule.because, locale) : null,
        result: trace.result === "fail" ? "fail" : "pass",
        verdict: trace.verdict,
        tests: trace.tests,
      };
    });
}

/** The evaluation without comparisons of facts that are the vendor's own; a vendor sees everything. */
export function visibleTo(
  audience: "partner" | "vendor",
  evaluation: Evaluation,
  declarations: readonly FactDeclaration[],
): Evaluation {
  if (audience === "vendor") return evaluation;
  const open = new Set(declarations.filter((fact) => fact.audience === "all").map((fact) => fact.id));
  return {
    ...evaluation,
    rules: evaluation.rules.map((trace) => ({ ...trace, tests: trace.tests.filter((test) => open.has(test.fact)) })),
  };
}
