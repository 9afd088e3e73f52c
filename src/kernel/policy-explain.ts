import type { Evaluation, FactDeclaration, Facts, FactTest, LocalText, PolicyBody, RuleTrace, Verdict } from "./policy";
import { factsIn } from "./policy/condition";
import { decisiveOf, reasonsFor } from "./policy/reasons";

/** A rule as a reader sees it: what must hold, what settled it, and why it matters where it fails. */
export type ExplainedRule = {
  readonly rule: string;
  readonly title: string;
  /** Only where the rule failed. */
  readonly because: string | null;
  readonly result: RuleTrace["result"];
  readonly verdict: Verdict;
  /** Why it applied, or did not: known only with the facts. */
  readonly applies: readonly FactTest[];
  /** The comparisons because of which it came out so: every one that mattered, and no other. */
  readonly tests: readonly FactTest[];
};

/** The text in a language, else in English. */
export function localText(text: LocalText, locale: string): string {
  return text[locale] ?? text[locale.split("-")[0] ?? ""] ?? text.en;
}

const order: readonly RuleTrace["result"][] = ["fail", "pass", "not_applicable"];

/**
 * Puts an evaluation into words: the rules that failed first, then those that passed, each with what settled it. With the facts it
 * was made from also those that did not apply, last; without them what is left of the trace has to do.
 */
export function explain(body: PolicyBody, evaluation: Evaluation, locale: string, facts?: Facts): ExplainedRule[] {
  const reasons = facts && evaluation.rules.length > 0 ? reasonsFor(body, facts, evaluation).rules : [];
  return evaluation.rules
    .filter((trace) => facts || trace.result !== "not_applicable")
    .toSorted((left, right) => order.indexOf(left.result) - order.indexOf(right.result))
    .map((trace) => {
      const rule = body.rules.find((candidate) => candidate.id === trace.rule);
      const reason = reasons.find((candidate) => candidate.rule === trace.rule);
      return {
        rule: trace.rule,
        title: rule ? localText(rule.title, locale) : trace.rule,
        because: rule && trace.result === "fail" ? localText(rule.because, locale) : null,
        result: trace.result,
        verdict: trace.verdict,
        applies: reason?.applies ?? [],
        tests: reason?.tests ?? (rule ? decisiveOf(rule.pass, trace.tests, trace.result === "pass") : trace.tests),
      };
    });
}

/**
 * The evaluation as far as a side may read it; the vendor reads everything. A partner reads how every rule came out, but no
 * comparison of a fact that is the vendor's own, and nothing of a table that asks one: whoever knows the rules could tell the
 * fact from the answer.
 */
export function visibleTo(
  audience: "partner" | "vendor",
  evaluation: Evaluation,
  declarations: readonly FactDeclaration[],
  { tables }: PolicyBody,
): Evaluation {
  if (audience === "vendor") return evaluation;
  const open = new Set(declarations.filter((fact) => fact.audience === "all").map((fact) => fact.id));
  const isOpen = ([name]: readonly [string, unknown]) =>
    tables[name]?.rows.every((row) => factsIn(row.when).every((fact) => open.has(fact))) ?? false;
  return {
    ...evaluation,
    rules: evaluation.rules.map((trace) => ({ ...trace, tests: trace.tests.filter((test) => open.has(test.fact)) })),
    outputs: Object.fromEntries(Object.entries(evaluation.outputs).filter(isOpen)),
    rows: Object.fromEntries(Object.entries(evaluation.rows).filter(isOpen)),
  };
}
