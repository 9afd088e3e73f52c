import { money } from "@/kernel/money";
import type { FactTest, FactType, FactValue } from "@/kernel/policy";
import { countryName } from "@/modules/accounts/domain/countries";
import { formatMoney } from "@/ui/format/format";
import { registrationFacts } from "../facts";

type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

/** What is needed to say a fact: the messages (from the root), the reader's language, the currency of money facts. */
export type Wording = { readonly t: Translate; readonly locale: string; readonly currency: string };

const types = new Map<string, FactType>(registrationFacts.map((fact) => [fact.id, fact.type]));

const wordKeys: Readonly<Partial<Record<string, string>>> = {
  "deal.type": "deals.type",
  "deal.role": "deals.role",
  "partner.tier": "partners.tier",
};

function valueWords(fact: string, value: FactValue, { t, locale, currency }: Wording): string {
  if (value === null) return t("deals.factWords.unknown");
  if (typeof value === "boolean") return t(value ? "deals.factWords.yes" : "deals.factWords.no");
  if (typeof value === "string") {
    const key = `${wordKeys[fact]}.${value}`;
    return t.has(key) ? t(key) : value.replaceAll("_", " ");
  }
  const type = types.get(fact);
  if (type === "money") return formatMoney(money(value, currency), locale, { whole: true });
  if (type === "score") return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value / 100);
  if (type === "days") return t("deals.factWords.days", { count: value });
  return new Intl.NumberFormat(locale).format(value);
}

/** One comparison in words: "€184,000; at most €150,000". */
export function factWords(test: FactTest, wording: Wording): string {
  const { t, locale } = wording;
  if (test.fact === "partner.territory")
    return t("deals.factWords.territory", {
      some: test.actual ? "yes" : "no",
      countries: countryNames(test.actual, locale),
    });
  // A plain value says more in words of its own: "No open direct opportunity" instead of "0.00; below 0.60".
  const said = `deals.factSaid.${test.fact}.${test.actual}`;
  if (t.has(said)) return t(said);
  const actual = valueWords(test.fact, test.actual, wording);
  const bound = test.bound;
  // A bare count says nothing without its name.
  const counted = types.get(test.fact) === "number" ? `${labelOf(test.fact, t)}: ` : "";
  if (typeof test.actual === "boolean") return t("deals.factWords.plain", { label: labelOf(test.fact, t), actual });
  if (Array.isArray(bound)) return actual;
  if (typeof bound === "object" && bound !== null && !Array.isArray(bound)) {
    const range = bound as { from?: number; to?: number };
    const from = valueWords(test.fact, range.from ?? null, wording);
    const to = valueWords(test.fact, range.to === undefined ? null : range.to - 1, wording);
    return t("deals.factWords.between", { actual, from, to });
  }
  return (
    counted + t(`deals.factWords.${test.is}`, { actual, bound: valueWords(test.fact, bound as FactValue, wording) })
  );
}

/** A fact by its name and value: "Tier: gold". */
export function namedFact({ fact, actual }: FactTest, wording: Wording): string {
  const label = labelOf(fact, wording.t);
  return wording.t("deals.factWords.plain", { label, actual: valueWords(fact, actual, wording) });
}

/** A territory as it is kept in a fact, with the countries by name. */
function countryNames(territory: FactValue, locale: string): string {
  const names = String(territory ?? "")
    .split(" ")
    .filter(Boolean)
    .map((code) => countryName(code, locale));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

function labelOf(fact: string, t: Translate): string {
  const declared = registrationFacts.find((candidate) => candidate.id === fact);
  return declared ? t(declared.label) : fact;
}
