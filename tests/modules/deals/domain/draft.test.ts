import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { type DealContent, dealTypes, participantRoles } from "@/modules/deals/domain/deal";
import { anew, emptyDraft, typedFrom } from "@/modules/deals/domain/draft";
import { dealContent, dealDraft } from "@/modules/deals/schema";

const id = "019ab4d6-1111-7000-8000-000000000001";

describe("a draft", () => {
  test("keeps an empty form and half-typed text as they are", () => {
    const typed = { ...emptyDraft("EUR"), amount: { amount: "12,", currency: "EUR" }, expectedClose: "2027-" };
    expect(dealDraft.parse(typed)).toEqual(typed);
  });

  test.each([
    ["2026-11-24", ""],
    ["2026-11-25", "2026-11-25"],
    ["2027-01-31", "2027-01-31"],
    ["", ""],
  ])("typed anew with the expected close %s asks for %j", (expectedClose, asked) => {
    const typed = { ...emptyDraft("EUR"), expectedClose };
    expect(anew(typed, plainDate("2026-11-25"))).toEqual({ ...typed, expectedClose: asked });
  });

  test("that was sent back opens as it was typed and reads as it was submitted", () => {
    const content = fc.record({
      customer: fc.constant({ name: "Hansen", website: "hansen.de", country: "DE" }),
      contact: fc.constant({ name: "Ann", email: "ann@hansen.de" }),
      productLineId: fc.constant(id),
      partnerRole: fc.constantFrom(...participantRoles),
      dealType: fc.constantFrom(...dealTypes),
      amount: fc
        .tuple(fc.integer({ min: 1, max: 99_999_999_999 }), fc.constantFrom("EUR", "JPY", "KWD", "CLF"))
        .map(([amount, currency]) => money(amount, currency)),
      expectedClose: fc.constant(plainDate("2027-02-01")),
      need: fc.constant("Help"),
    });
    fc.assert(
      fc.property(content, (submitted: DealContent) => {
        const typed = typedFrom(submitted);
        expect(dealDraft.parse(typed)).toEqual(typed);
        expect(dealContent.parse(typed)).toEqual(submitted);
      }),
    );
  });
});
