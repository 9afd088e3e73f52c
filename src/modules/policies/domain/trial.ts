import { factsIn, leavesOf } from "@/kernel/policy/condition";
import type { Condition, FactDeclaration, Facts, FactValue, PolicyBody } from "@/kernel/policy/language";
import { readFigure } from "./figures";

/** A fact that some rules ask, and the case tried where nobody says otherwise. */
export type TrialFact = Pick<FactDeclaration, "id" | "type" | "label"> & {
  readonly usual: FactValue;
  /** The words a text fact is compared with, and one that is none of them. */
  readonly words: readonly string[] | null;
};

/** Stands for every word no rule speaks of. */
export const anotherWord = "other";

const usual: Readonly<Partial<Record<string, FactValue>>> = {
  "deal.amount": 8_000_000,
  "deal.type": "new",
  "deal.role": "selling",
  "deal.product_line": anotherWord,
  "deal.days_to_close": 60,
  "deal.need_described": true,
  "customer.in_territory": true,
  "partner.stage": "active",
  "partner.territory": anotherWord,
  "partner.tier": "silver",
  "partner.approved_deals": 3,
  "conflict.existing_customer": false,
  "conflict.scope_free": true,
};

const lists: Readonly<Partial<Record<string, readonly string[]>>> = {
  "deal.type": ["new", "expansion", "renewal"],
  "deal.role": ["sourcing", "selling", "implementing", "influencing", "fulfilling"],
  "partner.stage": ["prospect", "onboarding", "active", "suspended", "former"],
  "partner.tier": ["registered", "silver", "gold", "platinum"],
};

function conditionsOf({ rules, tables, overrides = [], values = {}, clocks = {} }: PolicyBody): Condition[] {
  return [
    ...rules.flatMap(({ pass, appliesWhen }) => (appliesWhen ? [appliesWhen, pass] : [pass])),
    ...Object.values(tables).flatMap(({ rows }) => rows.map(({ when }) => when)),
    ...overrides.map(({ when }) => when),
    ...Object.values(clocks).flatMap((stages) => stages.flatMap(({ when }) => (when ? [when] : []))),
    ...Object.values(values).flatMap((value) =>
      "points" in value ? value.points.flatMap((entry) => ("when" in entry ? [entry.when] : [])) : [],
    ),
  ];
}

/** The words conditions compare a fact with. */
function wordsFor(id: string, conditions: readonly Condition[]): string[] {
  const bounds = conditions.flatMap(leavesOf).flatMap((leaf): readonly unknown[] => {
    if (leaf.fact !== id) return [];
    return "in" in leaf ? leaf.in : "is" in leaf ? [leaf.value] : [];
  });
  return [...new Set(bounds.filter((bound) => typeof bound === "string"))];
}

/** The facts that any of some policies asks, with a case that is as usual as can be. */
export function trialFacts(bodies: readonly PolicyBody[], declarations: readonly FactDeclaration[]): TrialFact[] {
  const conditions = bodies.flatMap(conditionsOf);
  const asked = new Set(conditions.flatMap(factsIn));
  return declarations
    .filter(({ id }) => asked.has(id))
    .map(({ id, type, label, values }) => {
      const words = type === "text" ? (values ?? lists[id] ?? [...wordsFor(id, conditions), anotherWord]) : null;
      const value = usual[id] ?? (type === "text" ? (words?.[0] ?? null) : type === "boolean" ? false : 0);
      return { id, type, label, words, usual: value };
    });
}

/** The field of a fact in an address. */
export const fieldOf = (id: string): string => `f-${id.replaceAll(".", "-")}`;

/** The case somebody describes; what they leave out or mistype is as usual, and told by `wrong`. */
export function readTrial(
  facts: readonly TrialFact[],
  declarations: readonly FactDeclaration[],
  typed: Readonly<Record<string, string | undefined>>,
  digits: number,
): { readonly facts: Facts; readonly wrong: ReadonlySet<string> } {
  const wrong = new Set<string>();
  const read = facts.map((fact) => {
    const text = typed[fieldOf(fact.id)];
    if (text === undefined) return [fact.id, fact.usual] as const;
    const value = fact.words ? (fact.words.includes(text) ? text : null) : readFigure(fact, text, digits);
    if (value === null) wrong.add(fact.id);
    return [fact.id, value ?? fact.usual] as const;
  });
  return {
    facts: { ...Object.fromEntries(declarations.map(({ id }) => [id, null])), ...Object.fromEntries(read) },
    wrong,
  };
}
