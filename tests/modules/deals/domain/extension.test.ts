import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "@/kernel/dates";
import { dealStages } from "@/modules/deals/domain/deal";
import {
  type ExtensionAsk,
  type ExtensionTerms,
  extensionDayProblem,
  extensionObstacle,
  extensionTerms,
  grantableThrough,
  proposedThrough,
} from "@/modules/deals/domain/extension";

const until = plainDate("2027-02-23");
const terms: ExtensionTerms = { times: 1, days: 30, fromStage: "proposal" };
const ask: ExtensionAsk = {
  currentUntil: until,
  wantedUntil: addDays(until, 30),
  stage: "proposal",
  grantedBefore: 0,
};

describe("the terms of extensions", () => {
  const settings = { "extension.times": 2, "extension.days": 45, "extension.from_stage": "negotiation" };

  test("come from the rules", () =>
    expect(extensionTerms({ settings })).toEqual({ times: 2, days: 45, fromStage: "negotiation" }));

  test.each([
    ["say nothing", {}],
    ["say nonsense", { "extension.times": -1, "extension.days": 1.5, "extension.from_stage": "won" }],
    ["say it in words", { "extension.times": "often", "extension.days": "many", "extension.from_stage": 3 }],
  ])("leave everything to a person where the rules %s", (_, said) =>
    expect(extensionTerms({ settings: said })).toEqual({ times: 0, days: 0, fromStage: "qualified" }),
  );
});

describe("[DEAL-05] the rules grant an extension", () => {
  test.each<[string, Partial<ExtensionAsk>, Partial<ExtensionTerms>, string | null]>([
    ["within their terms", {}, {}, null],
    ["of a sale further on", { stage: "negotiation" }, {}, null],
    ["of one day", { wantedUntil: addDays(until, 1) }, {}, null],
    ["of a day too many", { wantedUntil: addDays(until, 31) }, {}, "extension_days"],
    ["a second time where one is granted", { grantedBefore: 1 }, {}, "extension_times"],
    ["a second time where two are granted", { grantedBefore: 1 }, { times: 2 }, null],
    ["of a sale not far enough", { stage: "qualified" }, {}, "extension_stage"],
    ["where they grant none", {}, { times: 0 }, "extension_by_person"],
    ["where they grant no days", {}, { days: 0 }, "extension_by_person"],
  ])("%s", (_, over, changed, obstacle) =>
    expect(extensionObstacle({ ...terms, ...changed }, { ...ask, ...over })).toBe(obstacle),
  );

  test("of no sale that is over", () => {
    const granted = dealStages.filter(
      (stage) => extensionObstacle({ ...terms, fromStage: "prospecting" }, { ...ask, stage }) === null,
    );
    expect(granted).toEqual(["prospecting", "qualified", "proposal", "negotiation"]);
  });

  test("through the day the form says, and no further", () => {
    const { wantedUntil: _, ...known } = ask;
    const through = grantableThrough(terms, known);
    expect(through).toBe("2027-03-24");
    if (!through) throw new Error("the terms grant something");
    expect(extensionObstacle(terms, { ...known, wantedUntil: addDays(through, 1) })).toBeNull();
    expect(extensionObstacle(terms, { ...known, wantedUntil: addDays(through, 2) })).toBe("extension_days");
    expect(grantableThrough(terms, { ...known, grantedBefore: 1 })).toBeNull();
    expect(grantableThrough({ ...terms, times: 0 }, known)).toBeNull();
  });
});

test.each([
  ["the last protected day", "2027-02-22", "deals.errors.extensionNotLonger"],
  ["a day in the past", "2026-01-01", "deals.errors.extensionNotLonger"],
  ["the day after the last", "2027-02-23", null],
  ["a year from today", "2027-11-26", null],
  ["more than that", "2027-11-27", "deals.errors.extensionTooLong"],
  ["the end of time", "9999-12-31", "deals.errors.extensionTooLong"],
])("a protection is extended through %s: %s is said to be %s", (_, through, problem) =>
  expect(extensionDayProblem(until, plainDate(through), plainDate("2026-11-25"))).toBe(problem),
);

test("a form proposes thirty days more", () => expect(proposedThrough(plainDate("2027-01-31"))).toBe("2027-03-02"));
