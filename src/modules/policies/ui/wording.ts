import type { FactDeclaration, PolicyBody } from "@/kernel/policy/language";
import { kindsOf } from "@/kernel/policy/signature";
import type { PolicyWording } from "@/ui/policy/words";

type Reader = { readonly t: PolicyWording["t"]; readonly locale: string; readonly currency: string };

/** What a setting or table of the product is called; its own name where nobody gave it another. */
export function nameOf(name: string, t: PolicyWording["t"]): string {
  // A dot in a key is a step in the message files.
  const key = `policies.setting.${name.replaceAll(".", "~")}`;
  return t.has(key) ? t(key) : name;
}

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
      const key = fact === "deal.type" ? `deals.type.${word}` : `partners.tier.${word}`;
      return t.has(key) ? t(key) : word.replaceAll("_", " ");
    },
  };
}
