import { describe, expect, test } from "vitest";
import { lint } from "@/kernel/policy-lint";
import { registrationFacts } from "@/modules/deals/facts";
import { inTreeOrder, mayLieBelow } from "@/modules/vendor/domain/region-tree";
import { canRegister, checklist, nextStep, type SetupFacts, setupSteps } from "@/modules/vendor/domain/setup";
import { templateBody, templateIds } from "@/modules/vendor/domain/templates";
import { isWorkable, usualWeek } from "@/modules/vendor/domain/week";

const nothing: SetupFacts = {
  hasLogo: false,
  hasProgram: false,
  regions: 0,
  productLines: 0,
  partners: 0,
  partnerPeople: 0,
};
const stateOf = (facts: SetupFacts, said: Parameters<typeof checklist>[1] = {}) =>
  Object.fromEntries(checklist(facts, said).map(({ step, state }) => [step, state]));

describe("the checklist of the setup", () => {
  test("begins with everything open and the company next", () => {
    const steps = checklist(nothing, {});
    expect(steps.map(({ step }) => step)).toEqual(setupSteps);
    expect(steps.every(({ state }) => state === "open")).toBe(true);
    expect(nextStep(steps)).toBe("company");
  });

  test("lets a step be skipped and taken up again", () => {
    expect(stateOf(nothing, { company: "skipped" }).company).toBe("skipped");
    expect(nextStep(checklist(nothing, { company: "skipped" }))).toBe("money");
    expect(stateOf(nothing, { company: "open" }).company).toBe("open");
  });

  test("sees what is there, whatever was said", () => {
    expect(stateOf({ ...nothing, regions: 2 }, { regions: "skipped" }).regions).toBe("done");
    expect(stateOf({ ...nothing, hasProgram: true }).program).toBe("done");
    expect(stateOf({ ...nothing, partners: 1 }).import).toBe("done");
  });

  test("ends when nothing is open", () => {
    const said = Object.fromEntries(setupSteps.map((step) => [step, "skipped" as const]));
    expect(nextStep(checklist(nothing, said))).toBeNull();
  });

  test.each([
    [{ ...nothing, hasProgram: true, productLines: 1, partnerPeople: 1 }, true],
    [{ ...nothing, productLines: 1, partnerPeople: 1 }, false],
    [{ ...nothing, hasProgram: true, partnerPeople: 1 }, false],
    [{ ...nothing, hasProgram: true, productLines: 1 }, false],
  ])("%j lets partners register: %s", (facts, expected) => expect(canRegister(facts)).toBe(expected));
});

describe("a template", () => {
  test.each(templateIds)("%s passes lint in every kind of currency", (template) => {
    for (const currency of ["EUR", "JPY", "KWD"])
      expect(lint(templateBody(template, currency), registrationFacts)).toEqual([]);
  });

  test("counts its limit in minor units", () => {
    const limit = (currency: string) => templateBody("classic", currency).settings["auto_approval.limit"];
    expect([limit("EUR"), limit("JPY"), limit("KWD")]).toEqual([15_000_000, 150_000, 150_000_000]);
  });
});

describe("the tree of regions", () => {
  const region = (id: string, parentId: string | null) => ({ id, parentId, name: id });
  const regions = [region("dach", "emea"), region("emea", null), region("bavaria", "dach"), region("apac", null)];

  test("is read from the top, by name, with depth", () =>
    expect(inTreeOrder(regions, "en").map(({ id, depth }) => `${depth} ${id}`)).toEqual([
      "0 apac",
      "0 emea",
      "1 dach",
      "2 bavaria",
    ]));

  test.each([
    ["emea", "bavaria", false],
    ["emea", "emea", false],
    ["dach", "apac", true],
    ["bavaria", null, true],
  ])("%s may lie below %s: %s", (id, parent, expected) => expect(mayLieBelow(regions, id, parent)).toBe(expected));
});

describe("a week", () => {
  test.each([
    [usualWeek, true],
    [{ ...usualWeek, 1: ["17:00", "09:00"] as const }, false],
    [{ 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null }, false],
    [{ ...usualWeek, 7: ["00:00", "24:00"] as const }, true],
  ])("%j can be worked in: %s", (week, expected) => expect(isWorkable(week)).toBe(expected));
});
