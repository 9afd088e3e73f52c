import { isPlainDate } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { groupOf, isReference } from "@/kernel/policy/condition";
import type { Condition, FactTest, FactValue, Leaf, Operand, PolicyBody } from "@/kernel/policy/language";
import { fixOf, type LintFinding } from "@/kernel/policy/lint-finding";
import type { Kind, Kinds } from "@/kernel/policy/signature";
import { formatDay, formatMoney, formatPercent } from "../format/format";

type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** What it takes to put rules into words: messages from the root, the reader's language, money, and what names stand for. */
export type PolicyWording = {
  readonly t: Translate;
  readonly locale: string;
  readonly currency: string;
  readonly kinds: Kinds;
  /** What a name is called, and what a word of a text fact means; the name or word itself where nobody knows. */
  labelOf(name: string): string;
  wordOf?(fact: string, word: string): string;
  readonly settings: PolicyBody["settings"];
};

/** A value of a fact in words: "€50,000", "3 days", "12%". */
export function valueWords(fact: string, value: FactValue, wording: PolicyWording): string {
  const { t, locale, currency } = wording;
  const kind: Kind = wording.kinds.get(fact) ?? { type: typeof value === "number" ? "number" : "text" };
  if (value === null) return t("policy.value.unknown");
  if (typeof value === "boolean") return t(value ? "policy.value.yes" : "policy.value.no");
  if (typeof value === "string") {
    return kind.type === "date" && isPlainDate(value)
      ? formatDay(value, locale, { year: true })
      : (wording.wordOf?.(fact, value) ?? value);
  }
  if (kind.type === "money") return formatMoney(money(value, currency), locale, { whole: value % 100 === 0 });
  if (kind.type === "share") return formatPercent(value / 10_000, locale);
  if (kind.type === "score") return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value / 100);
  if (kind.type === "days" || kind.type === "points") return t(`policy.value.${kind.type}`, { count: value });
  const count = new Intl.NumberFormat(locale).format(value);
  return kind.unit
    ? t("policy.value.counted", { count, unit: wording.wordOf?.("unit", kind.unit) ?? kind.unit })
    : count;
}

function operandWords(fact: string, operand: Operand, wording: PolicyWording): string {
  if (!isReference(operand)) return valueWords(fact, operand, wording);
  if ("fact" in operand) return wording.labelOf(operand.fact);
  return valueWords(fact, wording.settings[operand.setting] ?? null, wording);
}

const listed = (words: readonly string[], locale: string, type: "conjunction" | "disjunction") =>
  new Intl.ListFormat(locale, { type }).format(words);

const ofDays: Partial<Record<string, string>> = { lt: "before", lte: "through", gt: "after", gte: "since" };

function comparisonWords(leaf: Leaf, wording: PolicyWording): string {
  const { t, kinds, locale } = wording;
  const fact = wording.labelOf(leaf.fact);
  if ("is" in leaf) {
    if (typeof leaf.value === "boolean") return t(`policy.says.${leaf.value === (leaf.is === "eq")}`, { fact });
    const key = kinds.get(leaf.fact)?.type === "date" ? (ofDays[leaf.is] ?? leaf.is) : leaf.is;
    return t(`policy.says.${key}`, { fact, bound: operandWords(leaf.fact, leaf.value, wording) });
  }
  if ("in" in leaf) {
    const words = leaf.in.map((value) => valueWords(leaf.fact, value, wording));
    return t("policy.says.in", { fact, bound: listed(words, locale, "disjunction") });
  }
  const [from, to] = [leaf.from, leaf.to].map((bound) => bound !== undefined && valueWords(leaf.fact, bound, wording));
  if (from && to) return t("policy.says.range", { fact, from, to });
  if (from) return t("policy.says.gte", { fact, bound: from });
  return to ? t("policy.says.lt", { fact, bound: to }) : t("policy.says.always");
}

/** A condition as a sentence: "Tier is gold and the amount is at most €50,000". */
export function conditionWords(condition: Condition, wording: PolicyWording): string {
  const { t, locale } = wording;
  const group = groupOf(condition);
  if (group) {
    const parts = group.of.map((part) => conditionWords(part, wording));
    if (parts.length === 0) return t(group.least === 0 ? "policy.says.always" : "policy.says.never");
    if (group.least >= parts.length) return listed(parts, locale, "conjunction");
    if (group.least === 1) return listed(parts, locale, "disjunction");
    return t("policy.says.atLeast", { count: group.least, conditions: listed(parts, locale, "conjunction") });
  }
  if ("not" in condition) return t("policy.says.not", { condition: conditionWords(condition.not, wording) });
  // What is neither group nor denial is a comparison.
  return comparisonWords(condition as Leaf, wording);
}

/** One comparison that was made, with what was found: "The amount is at most €50,000; found: €62,000". */
export function testWords({ fact, actual, is, bound, by }: FactTest, wording: PolicyWording): string {
  // The bound as it was in this case: an override may have set another than the policy's own.
  const asked = (by && "fact" in by ? { fact, is, value: by } : leafOf({ fact, is, bound })) as Leaf;
  return wording.t("policy.says.found", {
    condition: comparisonWords(asked, wording),
    actual: valueWords(fact, actual, wording),
  });
}

function leafOf({ fact, is, bound }: Pick<FactTest, "fact" | "is" | "bound">): unknown {
  if (is === "in") return { fact, in: bound };
  return is === "range" ? { fact, ...(bound as { from?: number; to?: number }) } : { fact, is, value: bound };
}

/** What lint found, and how to put it right. */
export function findingWords(finding: LintFinding, { t, labelOf }: Pick<PolicyWording, "t" | "labelOf">) {
  const { fact } = finding.params;
  const params = { ...finding.params, ...(typeof fact === "string" ? { fact: labelOf(fact) } : {}) };
  return { sentence: t(finding.message, params), fix: t(fixOf(finding), params) };
}
