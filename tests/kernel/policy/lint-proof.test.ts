import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, type PolicyBody } from "@/kernel/policy";
import { PolicyDefect, type TableRow } from "@/kernel/policy/language";
import { lint, mayBePublished } from "@/kernel/policy-lint";
import { body, condition, declared, everyCase } from "./support";

const rows = fc
  .array(condition, { minLength: 1, maxLength: 4 })
  .map((whens): TableRow[] => whens.map((when, index) => ({ id: `row${index}`, when, then: index })));

/** A table whose rows follow each other in bands, as people write them, sometimes with a bound that slipped. */
const bands = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 0, 0, 1))
  .map(([cuts, slip]): TableRow[] => {
    const bounds = cuts.toSorted((a, b) => a - b);
    const first = bounds[0] ?? 1;
    return [
      { id: "below", when: { fact: "count", is: "lt", value: first }, then: 0 },
      ...bounds.map((from, index) => {
        const to = bounds[index + 1];
        const when = { fact: "count", from: from + (index === 0 ? slip : 0), ...(to === undefined ? {} : { to }) };
        return { id: `from${from}`, when, then: index + 1 };
      }),
    ];
  });

const tables = fc.record({
  hit: fc.constantFrom("first", "unique"),
  rows: fc.oneof(rows, bands),
  otherwise: fc.constantFrom(undefined, 9),
});
const policies = tables.map(({ hit, rows: list, otherwise }): PolicyBody => {
  const table = { hit, rows: list, ...(otherwise === undefined ? {} : { otherwise }) } as const;
  return body({
    tables: { answer: table },
    settings: { limit: 3 },
    bounds: { limit: { least: 1, most: 5 } },
    overrides: [
      { id: "gold", title: { en: "Gold" }, when: { fact: "tier", is: "eq", value: "gold" }, set: { limit: 4 } },
    ],
  });
});
const all = everyCase();

/** How many of all cases have no answer, or more than one. */
function defects(policy: PolicyBody): number {
  return all.filter((facts) => {
    try {
      evaluate(policy, facts);
      return false;
    } catch (error) {
      if (error instanceof PolicyDefect) return true;
      throw error;
    }
  }).length;
}

test("a linted table has exactly one answer for every input", () => {
  let linted = 0;
  fc.assert(
    fc.property(policies, (policy) => {
      if (!mayBePublished(lint(policy, declared))) return;
      linted += 1;
      expect(defects(policy)).toBe(0);
    }),
    { numRuns: 1800 },
  );
  expect(linted).toBeGreaterThan(60);
});

test("a table that lint refuses for a hole or an overlap has a case without a single answer", () => {
  let refused = 0;
  const faults = new Set(["missing_otherwise", "overlap", "ambiguous_bound"]);
  fc.assert(
    fc.property(policies, (policy) => {
      if (!lint(policy, declared).some(({ kind }) => faults.has(kind))) return;
      // The limit does not depend on the tier for lint, which tries more cases than there are.
      if (JSON.stringify(policy.tables).includes("limit")) return;
      refused += 1;
      expect(defects(policy)).toBeGreaterThan(0);
    }),
    { numRuns: 1800 },
  );
  expect(refused).toBeGreaterThan(60);
});

test("a row that lint calls dead is never the answer", () => {
  let dead = 0;
  fc.assert(
    fc.property(policies, (policy) => {
      const found = lint(policy, declared).filter(
        ({ kind }) => kind === "unreachable_row" || kind === "impossible_row",
      );
      if (found.length === 0 || policy.tables.answer?.hit !== "first") return;
      dead += 1;
      const hit = new Set(
        all.flatMap((facts) => {
          try {
            return evaluate(policy, facts).rows.answer ?? [];
          } catch {
            return [];
          }
        }),
      );
      for (const { params } of found) expect(hit).not.toContain(params.row);
    }),
    { numRuns: 1200 },
  );
  expect(dead).toBeGreaterThan(20);
});
