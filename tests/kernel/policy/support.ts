import fc from "fast-check";
import type { Condition, FactDeclaration, Facts, PolicyBody } from "@/kernel/policy/language";

export const body = (parts: Partial<PolicyBody> = {}): PolicyBody => ({
  rules: [],
  tables: {},
  settings: {},
  ...parts,
});

/** A rule that holds exactly where its condition does. */
export const rule = (id: string, pass: Condition, appliesWhen?: Condition) => ({
  id,
  title: { en: id },
  pass,
  otherwise: "review" as const,
  because: { en: id },
  ...(appliesWhen ? { appliesWhen } : {}),
});

/** Few facts of every kind of comparison, small enough to try all there is. */
export const declared: readonly FactDeclaration[] = [
  { id: "amount", type: "money", label: "amount", audience: "all", least: 0, most: 6 },
  { id: "count", type: "number", label: "count", audience: "all", known: true, least: 0, most: 6 },
  { id: "tier", type: "text", label: "tier", audience: "all", values: ["gold", "silver"], known: true },
  { id: "direct", type: "boolean", label: "direct", audience: "all", known: true },
];

const bound = fc.integer({ min: 0, max: 6 });
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom("amount", "count"),
    is: fc.constantFrom("eq", "lt", "lte", "gt", "gte", "ne"),
    value: bound,
  }),
  fc.record({ fact: fc.constantFrom("amount", "count"), from: bound, to: bound }).filter(({ from, to }) => from < to),
  fc.record({
    fact: fc.constant("amount"),
    is: fc.constantFrom("lte", "gte"),
    value: fc.constant({ setting: "limit" }),
  }),
  fc.record({ fact: fc.constant("tier"), is: fc.constant("eq" as const), value: fc.constantFrom("gold", "silver") }),
  fc.record({ fact: fc.constant("direct"), is: fc.constant("eq" as const), value: fc.boolean() }),
);

/** Conditions over the declared facts and the setting `limit`. */
export const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("condition") }),
    fc
      .array(tie("condition"), { minLength: 2, maxLength: 3 })
      .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
  ),
}));

/** Every case the declared facts allow. */
export function everyCase(): Facts[] {
  const amounts = [null, 0, 1, 2, 3, 4, 5, 6];
  const counts = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6];
  return amounts.flatMap((amount) =>
    counts.flatMap((count) =>
      ["gold", "silver"].flatMap((tier) => [true, false].map((direct) => ({ amount, count, tier, direct }))),
    ),
  );
}
