import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseFacts, type DecidedCase, unlikePairs } from "@/modules/deals/domain/like-cases";

const facts: CaseFacts = {
  policyVersionId: "v1",
  dealType: "new",
  productLine: "Lakehouse",
  amountBand: 2,
  tier: "gold",
  inTerritory: true,
  conflicts: [],
};
const decided = (id: string, changes: Partial<DecidedCase> = {}): DecidedCase => ({
  id,
  number: id,
  customer: id,
  partner: "Alpha",
  region: "DACH",
  reviewerId: "ann",
  reviewer: "Ann",
  outcome: "approved",
  reasonCode: "approved_by_reviewer",
  decidedAt: new Date("2026-10-01T10:00:00Z"),
  facts,
  ...changes,
});
const at = (day: number) => new Date(Date.UTC(2026, 9, day));

describe("[GOVR-10] near-identical cases decided differently", () => {
  test("are a rejected case and the approved one nearest in time, with what differed", () => {
    const cases = [
      decided("far", { decidedAt: at(1) }),
      decided("near", { decidedAt: at(18), reviewerId: "ben", region: "Nordics" }),
      decided("no", { decidedAt: at(20), outcome: "rejected" }),
    ];
    expect(unlikePairs(cases)).toMatchObject([
      { rejected: { id: "no" }, approved: { id: "near" }, differs: ["reviewer", "region"] },
    ]);
  });

  test.each([
    ["the version of the rules", { policyVersionId: "v2" }],
    ["the deal type", { dealType: "renewal" }],
    ["the product line", { productLine: "Streaming" }],
    ["the size", { amountBand: 3 }],
    ["the tier", { tier: "silver" }],
    ["the territory", { inTerritory: false }],
    ["what they resemble", { conflicts: ["protected"] }],
  ] as const)("are none when %s differs", (_what, changes) => {
    const other = decided("no", { outcome: "rejected", facts: { ...facts, ...changes } });
    expect(unlikePairs([decided("yes"), other])).toEqual([]);
  });

  test("differ in nothing when one person decided both in one region", () => {
    expect(unlikePairs([decided("yes"), decided("no", { outcome: "rejected" })])[0]?.differs).toEqual([]);
  });
});

const anyCase = fc
  .record({
    outcome: fc.constantFrom("approved" as const, "rejected" as const),
    tier: fc.constantFrom("gold", "silver"),
    amountBand: fc.integer({ min: 0, max: 1 }),
    day: fc.integer({ min: 1, max: 28 }),
    reviewerId: fc.constantFrom("ann", "ben"),
  })
  .map(({ tier, amountBand, day, ...rest }) => ({
    ...rest,
    decidedAt: at(day),
    facts: { ...facts, tier, amountBand },
  }));
const anyCases = fc
  .array(anyCase, { maxLength: 30 })
  .map((cases) => cases.map((one, index) => decided(String(index), one)));

describe("[GOVR-10] whatever was decided", () => {
  test("pairs are alike, opposite, and no rejection is in two", () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const pairs = unlikePairs(cases);
        for (const { rejected, approved } of pairs) {
          expect(rejected.facts).toEqual(approved.facts);
          expect([rejected.outcome, approved.outcome]).toEqual(["rejected", "approved"]);
        }
        expect(new Set(pairs.map(({ rejected }) => rejected.id)).size).toBe(pairs.length);
      }),
    );
  });

  test("the order it was read in does not matter", () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        expect(unlikePairs([...cases].reverse())).toEqual(unlikePairs(cases));
      }),
    );
  });
});
