import { createTranslator } from "next-intl";
import type { Evaluation, FactTest, LocalText } from "@/kernel/policy/language";
import type { Reasons } from "@/kernel/policy/reasons";
import { kindsOf } from "@/kernel/policy/signature";
import { localText } from "@/kernel/policy-explain";
import { messagesWithFallback } from "@/server/languages";
import { type PolicyWording, testWords, valueWords } from "@/ui/policy/words";
import type { LoadedPolicy } from "./policy-file";

/** What it takes to put a program from a file into the words of a language. */
export function wordingOf({ body, declarations, file, labels }: LoadedPolicy, locale: string): PolicyWording {
  const translator = createTranslator({ locale, messages: messagesWithFallback(locale) });
  // Keys are put together at run time; those that are not there are looked up first.
  const t = translator as unknown as PolicyWording["t"];
  const declared = new Map(declarations.map(({ id, label }) => [id, label]));
  return {
    t,
    locale,
    currency: file.currency,
    kinds: kindsOf(body, declarations),
    settings: body.settings,
    labelOf(name) {
      const own = labels.get(name);
      if (own) return localText(own, locale);
      const key = declared.get(name);
      return key && t.has(key) ? t(key) : name;
    },
  };
}

const answerOf = (answer: Evaluation["outputs"][string] | undefined) => JSON.stringify(answer ?? null);

/** Why a case came out as it did, a line for each thing that mattered. */
export function reasonLines(
  policy: LoadedPolicy,
  evaluation: Evaluation,
  reasons: Reasons,
  wording: PolicyWording,
): string[] {
  const { t, locale } = wording;
  const say = (tests: readonly FactTest[]) => tests.map((test) => `    ${testWords(test, wording)}`);
  const titleOf = (text: LocalText | undefined, id: string) => (text ? localText(text, locale) : id);
  const rules = reasons.rules.flatMap(({ rule, result, applies, tests }) => {
    const definition = policy.body.rules.find(({ id }) => id === rule);
    const head = t(`policy.explain.${result}`, { rule: titleOf(definition?.title, rule) });
    const because = result === "fail" && definition ? [`    ${localText(definition.because, locale)}`] : [];
    return [`  ${head}`, ...because, ...say([...applies, ...tests])];
  });
  const tables = reasons.tables.flatMap(({ table, rows, tests }) => [
    `  ${t("policy.explain.answer", {
      table: titleOf(policy.body.tables[table]?.title, table),
      answer: answerOf(evaluation.outputs[table]),
      rows: rows.length === 0 ? t("policy.explain.rest") : rows.join(", "),
    })}`,
    ...say(tests),
  ]);
  const values = reasons.values.map(({ value, is, of }) => {
    const parts = of.map((part) => `${wording.labelOf(part.fact)}: ${valueWords(part.fact, part.is, wording)}`);
    return `  ${t("policy.explain.value", { value: wording.labelOf(value), is: valueWords(value, is, wording), parts: parts.join("; ") })}`;
  });
  const overrides = reasons.overrides.flatMap(({ override, applies, tests }) => {
    const definition = policy.body.overrides?.find(({ id }) => id === override);
    const key = applies ? "policy.explain.override" : "policy.explain.noOverride";
    return [`  ${t(key, { override: titleOf(definition?.title, override) })}`, ...say(tests)];
  });
  return [t(`policy.explain.verdict.${evaluation.verdict}`), ...rules, ...tables, ...values, ...overrides];
}
