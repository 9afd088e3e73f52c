import { describe, expect, test } from "vitest";
import { canMove, targets } from "@/kernel/workflow";
import {
  type DealStatus,
  dealStages,
  dealStatuses,
  isOpen,
  type Mover,
  registration,
} from "@/modules/deals/domain/deal";

/** Who may move a registration where, from the table of the domain. */
const legal: Record<DealStatus, Partial<Record<DealStatus, readonly Mover[]>>> = {
  draft: { submitted: ["partner", "vendor"], withdrawn: ["partner", "vendor"] },
  // The rules decide at once.
  submitted: { approved: ["system"], rejected: ["system"], in_review: ["system"], needs_info: ["system"] },
  // The clock withdraws what nobody answers.
  needs_info: { submitted: ["partner", "vendor"], withdrawn: ["partner", "vendor", "system"] },
  // The clock approves what nobody decides, where the rules say so.
  in_review: {
    approved: ["vendor", "system"],
    rejected: ["vendor"],
    needs_info: ["vendor"],
    withdrawn: ["partner", "vendor"],
  },
  // The clock ends it, the partner gives it up, the rules take it back where nothing happens, or two people of the vendor do.
  approved: { expired: ["system"], released: ["partner", "system"], revoked: ["vendor"] },
  // A dispute overturns it.
  rejected: { approved: ["vendor"] },
  withdrawn: {},
  expired: {},
  released: {},
  revoked: {},
};
const movers = ["partner", "vendor", "system"] as const;
const moves = dealStatuses.flatMap((from) => dealStatuses.map((to) => [from, to, legal[from][to] ?? []] as const));

describe("a registration", () => {
  test("begins as a draft", () => expect(registration.initial).toBe("draft"));

  test.each(moves)("moves from %s to %s by %j only", (from, to, by) =>
    expect(movers.filter((mover) => canMove(registration, from, to, mover))).toEqual(by),
  );

  test("is never decided by a partner", () => {
    for (const from of dealStatuses)
      for (const to of targets(registration, from, "partner"))
        expect(["submitted", "withdrawn", "released"]).toContain(to);
  });

  test("once withdrawn, given up or taken back stays so", () => {
    for (const from of ["withdrawn", "released", "revoked"] as const)
      for (const mover of movers) expect(targets(registration, from, mover)).toEqual([]);
  });
});

test("a sale is open until it is won or lost", () => {
  expect(dealStages.filter((stage) => !isOpen({ stage }))).toEqual(["won", "lost"]);
});
