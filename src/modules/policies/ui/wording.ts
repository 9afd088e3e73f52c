import type { ClockStage, FactDeclaration, FactValue, PolicyBody } from "@/kernel/policy/language";
import { kindsOf } from "@/kernel/policy/signature";
import { type PolicyWording, valueWords } from "@/ui/policy/words";
import { figureTypes } from "../domain/figures";

type Reader = { readonly t: PolicyWording["t"]; readonly locale: string; readonly currency: string };

/** What a setting or table of the product is called; its own name, as words, where nobody gave it another. */
export function nameOf(name: string, t: PolicyWording["t"]): string {
  // A dot in a key is a step in the message files.
  const key = `policies.setting.${name.replaceAll(".", "~")}`;
  if (t.has(key)) return t(key);
  const words = name.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The answer of a table or the value of a setting, in words. */
export function settingWords(name: string, value: FactValue, wording: PolicyWording): string {
  const { t, kinds } = wording;
  const key = `policies.word.${value}`;
  if (typeof value === "string" && t.has(key)) return t(key);
  const type = kinds.get(name)?.type;
  const known = figureTypes.find(([figure]) => figure === name)?.[1];
  if (typeof value !== "number" || !known || (type && type !== "number")) return valueWords(name, value, wording);
  return valueWords(name, value, { ...wording, kinds: new Map([[name, { type: known }]]) });
}

/** A stage of a deadline in words: who has how long, and what follows. */
export function stageWords(
  { who, within, unit, late }: Pick<ClockStage, "who" | "within" | "unit" | "late">,
  { t, settings }: Pick<PolicyWording, "t" | "settings">,
): string {
  const key = `policies.rules.who.${who}`;
  // A draft may name a setting that is not there; lint says so.
  const time = Number(typeof within === "number" ? within : (settings[within.setting] ?? 0));
  return t("policies.rules.stage", { who: t.has(key) ? t(key) : who, within: time, unit, late });
}

const wordKeys: Partial<Record<string, string>> = {
  "deal.type": "deals.type",
  "deal.role": "deals.role",
  "partner.stage": "partners.stage",
  "partner.tier": "partners.tier",
};

/** What it takes to put a stored policy into words. */
export function policyWording(
  body: PolicyBody,
  declarations: readonly FactDeclaration[],
  { t, locale, currency }: Reader,
): PolicyWording {
  const labels = new Map(declarations.map(({ id, label }) => [id, label]));
  return {
    t,
    locale,
    currency,
    kinds: kindsOf(body, declarations),
    settings: body.settings,
    labelOf(name) {
      const label = labels.get(name);
      return label && t.has(label) ? t(label) : nameOf(name, t);
    },
    wordOf(fact, word) {
      if (word === "") return t("policies.word.none");
      const key = `${wordKeys[fact] ?? "policies.word"}.${word}`;
      return t.has(key) ? t(key) : word.replaceAll("_", " ");
    },
  };
}
