import { describe, expect, test } from "vitest";
import { type GrantQuestion, previewGrant } from "@/modules/deals/domain/grant-preview";
import { registrationPolicy } from "../../../../prisma/seed/registration-policy";

const { tables } = registrationPolicy(5_000_000);
const question: GrantQuestion = {
  dealType: "new",
  tier: "gold",
  role: "selling",
  productLineCode: null,
  country: null,
  reportingAmount: null,
};

describe("the preview of a grant", () => {
  test("is what the tables grant, as far as the form knows", () => {
    expect(previewGrant(tables, question)).toEqual({ benefitBasisPoints: 1200, protectionDays: 90 });
    expect(previewGrant(tables, { ...question, dealType: "renewal" })).toEqual({
      benefitBasisPoints: 500,
      protectionDays: 30,
    });
  });

  test("is nothing where a table asks for what only the vendor knows, or grants nothing", () => {
    const when = { fact: "conflict.engaged_score", is: "lt", value: 60 } as const;
    const secret = { hit: "first", rows: [{ id: "free", when, then: 90 }], otherwise: 30 } as const;
    expect(previewGrant({ ...tables, "protection.days": secret }, question)).toBeNull();
    expect(previewGrant({}, question)).toBeNull();
  });
});
