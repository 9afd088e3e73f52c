import { describe, expect, test } from "vitest";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { previewGrant } from "@/modules/deals/domain/grant-preview";

const rules = registrationPolicy(15_000_000);
const question = {
  dealType: "new",
  tier: "gold",
  role: "selling",
  productLineCode: null,
  country: null,
  reportingAmount: null,
} as const;

describe("what an approval would grant", () => {
  test.each([
    [
      { dealType: "new", tier: "gold" },
      { benefitBasisPoints: 1200, protectionDays: 90 },
    ],
    [
      { dealType: "expansion", tier: "platinum" },
      { benefitBasisPoints: 1500, protectionDays: 60 },
    ],
    [
      { dealType: "renewal", tier: "platinum" },
      { benefitBasisPoints: 500, protectionDays: 30 },
    ],
    [
      { dealType: "new", tier: "registered" },
      { benefitBasisPoints: 800, protectionDays: 90 },
    ],
  ] as const)("%j", (known, grant) => {
    expect(previewGrant(rules, { ...question, ...known })).toEqual({ ...grant, presales: null });
  });

  test("[DEAL-16] says which pre-sales help comes with it, by amount and product line", () => {
    const help = (over: Partial<Parameters<typeof previewGrant>[1]>) =>
      previewGrant(rules, { ...question, ...over })?.presales;
    expect(help({ reportingAmount: 10_000_000 })).toEqual({ kind: "solution_review", businessDays: 3 });
    expect(help({ reportingAmount: 9_999_999 })).toBeNull();
    expect(help({ productLineCode: "edge" })).toEqual({ kind: "sizing", businessDays: 3 });
  });

  test("is not guessed where a table asks for what is only known after submission", () => {
    const asking = {
      ...rules.tables,
      "protection.days": {
        hit: "first",
        rows: [{ id: "free", when: { fact: "conflict.scope_free", is: "eq", value: true }, then: 120 }],
        otherwise: 30,
      },
    } as const;
    expect(previewGrant({ ...rules, tables: asking }, question)).toBeNull();
  });
});
