import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { type CoverPeriod, chooseReviewer, coverOf } from "@/modules/deals/domain/reviewer";

const today = plainDate("2026-11-25");
const cover = (personId: string, coverId: string, from = "2026-11-20", to = "2026-11-30"): CoverPeriod => ({
  personId,
  coverId,
  from: plainDate(from),
  to: plainDate(to),
});

describe("a cover", () => {
  test.each([
    ["begins today", "2026-11-25", "2026-11-30", "ben"],
    ["ends today", "2026-11-20", "2026-11-25", "ben"],
    ["began and ended", "2026-11-20", "2026-11-24", null],
    ["begins tomorrow", "2026-11-26", "2026-11-30", null],
  ])("that %s", (_, from, to, expected) =>
    expect(coverOf("ann", [cover("ann", "ben", from, to)], today)).toBe(expected),
  );

  test("of somebody else is no cover", () => expect(coverOf("ann", [cover("zoe", "ben")], today)).toBeNull());
});

describe("the reviewer of a registration", () => {
  const choose = (over: Partial<Parameters<typeof chooseReviewer>[0]>) =>
    chooseReviewer({ managerId: "ann", covers: [], programOwners: ["pat", "pia"], excluded: [], today, ...over });

  test.each<[string, Parameters<typeof choose>[0], string | null]>([
    ["is the partner's manager", {}, "ann"],
    ["is who covers the manager while away", { covers: [cover("ann", "ben")] }, "ben"],
    [
      "is the manager again when the cover is over",
      { covers: [cover("ann", "ben", "2026-11-01", "2026-11-24")] },
      "ann",
    ],
    ["is not who covers somebody else", { covers: [cover("zoe", "ben")] }, "ann"],
    ["is never who made the entry: a program owner decides", { excluded: ["ann"] }, "pat"],
    ["is another program owner where the first made the entry", { excluded: ["ann", "pat"] }, "pia"],
    ["is a program owner where the partner has no manager", { managerId: null }, "pat"],
    ["is nobody where everybody made the entry", { excluded: ["ann", "pat", "pia"] }, null],
    ["is nobody without a manager and program owners", { managerId: null, programOwners: [] }, null],
    ["is a program owner where the cover made the entry", { covers: [cover("ann", "ben")], excluded: ["ben"] }, "pat"],
    ["is the cover where the manager made the entry", { covers: [cover("ann", "ben")], excluded: ["ann"] }, "ben"],
  ])("%s", (_, over, expected) => expect(choose(over)).toBe(expected));
});
