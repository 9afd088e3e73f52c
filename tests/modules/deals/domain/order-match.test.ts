import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { confirmingOrder, matchOrder, matchTerms } from "@/modules/deals/domain/order-match";

const terms = { basisPoints: 200, days: 10 };
const wonOn = plainDate("2026-11-20");
const win = { partnerId: "alpha", wonOn, amount: money(1_000_000, "EUR") };
const order = {
  lineIds: ["1"],
  reference: "PO-1",
  partnerId: "alpha",
  bookedOn: wonOn,
  amount: money(1_000_000, "EUR"),
};

describe("an order confirms a reported win", () => {
  test.each([
    ["of the same amount and day", {}, null],
    ["that names no partner", { partnerId: null }, null],
    ["two percent above it", { amount: money(1_020_000, "EUR") }, null],
    ["two percent below it", { amount: money(980_000, "EUR") }, null],
    ["a cent more than that apart", { amount: money(1_020_001, "EUR") }, "amount"],
    ["ten days later", { bookedOn: addDays(wonOn, 10) }, null],
    ["ten days earlier", { bookedOn: addDays(wonOn, -10) }, null],
    ["eleven days later", { bookedOn: addDays(wonOn, 11) }, "day"],
    ["of another partner", { partnerId: "beta" }, "other_partner"],
    ["in another currency", { amount: money(1_000_000, "USD") }, "other_currency"],
    ["that is a credit", { amount: money(-1_000_000, "EUR") }, "amount"],
  ])("%s", (_, over, obstacle) => {
    expect(matchOrder(terms, win, { ...order, ...over }).obstacle).toBe(obstacle);
  });

  test("of several the nearest does", () => {
    const of = (reference: string, amount: number, days: number) =>
      matchOrder(terms, win, { ...order, reference, amount: money(amount, "EUR"), bookedOn: addDays(wonOn, days) });
    const matches = [of("far", 1_010_000, 0), of("late", 1_000_500, 9), of("near", 1_000_500, -2), of("no", 5, 0)];
    expect(confirmingOrder(matches)?.order.reference).toBe("near");
    expect(confirmingOrder([of("no", 5, 0)])).toBeNull();
  });
});

describe("the tolerance is a setting of the rules", () => {
  const read = (settings: Record<string, number | string>) => matchTerms({ settings });
  test("both parts are needed", () => {
    expect(read({ "win.match.basis_points": 0, "win.match.days": 0 })).toEqual({ basisPoints: 0, days: 0 });
    expect(read({ "win.match.days": 5 })).toBeNull();
    expect(read({ "win.match.basis_points": "many", "win.match.days": 5 })).toBeNull();
    expect(read({ "win.match.basis_points": -1, "win.match.days": 5 })).toBeNull();
  });
});
