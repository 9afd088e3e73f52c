import { describe, expect, test } from "vitest";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { previewGrant } from "@/modules/deals/domain/grant-preview";

const { tables } = registrationPolicy(15_000_000);
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
    expect(previewGrant(tables, { ...question, ...known })).toEqual(grant);
  });

  test("is not guessed where a table asks for what is only known after submission", () => {
    const asking = {
      ...tables,
      "protection.days": {
        hit: "first",
        rows: [{ id: "free", when: { fact: "conflict.scope_free", is: "eq", value: true }, then: 120 }],
        otherwise: 30,
      },
    } as const;
    expect(previewGrant(asking, question)).toBeNull();
  });
});
