import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { replay } from "@/kernel/decision";
import { evaluate, type Facts, type PolicyBody } from "@/kernel/policy";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";

const policy = registrationPolicy(5_000_000);
const registrations: fc.Arbitrary<Facts> = fc.record({
  "deal.amount": fc.oneof(fc.integer({ min: 1, max: 10_000_000 }), fc.constant(null)),
  "deal.type": fc.constantFrom("new", "expansion", "renewal"),
  "deal.product_line": fc.constantFrom("core", "edge"),
  "deal.role": fc.constantFrom("selling", "sourcing"),
  "deal.days_to_close": fc.integer({ min: -10, max: 500 }),
  "deal.need_described": fc.boolean(),
  "customer.country": fc.constantFrom("DE", "US"),
  "customer.in_territory": fc.boolean(),
  "partner.territory": fc.constantFrom("", "AT DE"),
  "partner.stage": fc.constantFrom("active", "onboarding"),
  "partner.tier": fc.constantFrom("silver", "gold", "platinum", "registered"),
  "partner.approved_deals": fc.nat(3),
  "conflict.protected_score": fc.integer({ min: 0, max: 100 }),
  "conflict.engaged_score": fc.integer({ min: 0, max: 100 }),
  "customer.named_account": fc.constantFrom("no", "listed", "review", "refuse"),
  "conflict.existing_customer": fc.boolean(),
  "conflict.scope_free": fc.boolean(),
});

/** The same JSON with every object's keys in the opposite order, as storage may give it back. */
function reordered<T>(value: T): T {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toReversed())
      : inner,
  );
  // What was written comes back with the same shape.
  return JSON.parse(text) as T;
}

describe("[DEAL-14] replaying a decided case under its rule version", () => {
  test("returns the stored decision, for any facts", () => {
    fc.assert(
      fc.property(registrations, (facts) => {
        const evaluation = evaluate(policy, facts);
        expect(replay(policy, { facts, evaluation })).toEqual({ same: true, evaluation });
      }),
    );
  });

  test("returns it whatever order storage gives the keys", () => {
    fc.assert(
      fc.property(registrations, (facts) => {
        const stored = reordered({ facts, evaluation: evaluate(policy, facts) });
        expect(Object.keys(stored.facts)).toEqual(Object.keys(facts).toReversed());
        expect(replay(reordered(policy), stored).same).toBe(true);
      }),
    );
  });

  test("shows a changed verdict, comparison, answer or order of rules", () => {
    fc.assert(
      fc.property(registrations, (facts) => {
        const evaluation = evaluate(policy, facts);
        const verdict = evaluation.verdict === "approve" ? ("reject" as const) : ("approve" as const);
        const changes = [
          { ...evaluation, verdict },
          { ...evaluation, rules: evaluation.rules.slice(1) },
          { ...evaluation, rules: evaluation.rules.toReversed() },
          { ...evaluation, rules: evaluation.rules.map((trace) => ({ ...trace, tests: [] })) },
          { ...evaluation, outputs: { ...evaluation.outputs, "protection.days": 9999 } },
          { ...evaluation, rows: {} },
        ];
        for (const changed of changes) expect(replay(policy, { facts, evaluation: changed }).same).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test("under another version shows the difference", () => {
    const [facts] = fc.sample(registrations, 1);
    const known: Facts = { ...facts, "deal.amount": 5_000_000 };
    const evaluation = evaluate(policy, known);
    const stricter: PolicyBody = registrationPolicy(4_999_999);
    expect(replay(stricter, { facts: known, evaluation }).same).toBe(false);
    expect(replay(stricter, { facts: known, evaluation }).evaluation).toEqual(evaluate(stricter, known));
  });
});
