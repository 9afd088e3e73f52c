import { describe, expect, test } from "vitest";
import { disputeDays, disputeOwner } from "@/modules/deals/domain/dispute";

const deal = { ownerId: "seller", createdById: "colleague" };
const body = (settings: Record<string, number>) => ({ settings }) as unknown as Parameters<typeof disputeDays>[0];

describe("[DEAL-09] who judges a dispute", () => {
  test.each([
    ["the manager, where the rules decided", ["manager"], ["manager", "po"], null, "manager"],
    ["who covers the manager", ["cover", "manager"], ["cover", "manager", "po"], null, "cover"],
    ["not who took the decision", ["manager"], ["manager", "po"], "manager", "po"],
    ["not who may no longer decide", ["gone", "manager"], ["manager", "po"], null, "manager"],
    ["not whose entry it is", ["colleague"], ["colleague", "po"], null, "po"],
    ["nobody, where nobody is independent", ["manager"], ["manager"], "manager", null],
  ])("%s", (_case, preferred, deciders, firstDeciderId, owner) => {
    expect(disputeOwner(preferred, deciders, deal, { firstDeciderId, openedById: "seller" })).toBe(owner);
  });
});

test("the rules may say how many business days it takes; else five", () => {
  expect([disputeDays(body({})), disputeDays(body({ "dispute.business_days": 3 }))]).toEqual([5, 3]);
});
