import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { diff } from "@/kernel/policy/diff";
import type { FactType } from "@/kernel/policy/language";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { figuresOf, readFigure, typedFigure, withFigures } from "@/modules/policies/domain/figures";
import { earliestDay, mayPublish, noticeDays, stateOf } from "@/modules/policies/domain/publishing";
import { typesFor } from "@/modules/policies/presets/kinds";

const policy = registrationPolicy(15_000_000);
const types = typesFor("deal.registration");
const figures = figuresOf(policy, types);
const named = (role: string, of: string, part?: string) => {
  const found = figures.find(
    (figure) => figure.role === role && figure.of === of && (part === undefined || figure.part === part),
  );
  if (!found) throw new Error(`no figure ${role} of ${of}`);
  return found;
};

describe("[PLAT-08] the figures of a policy", () => {
  test("are its settings, bounds, answers, and what follows where a rule fails; each is told apart", () => {
    expect(new Set(figures.map(({ path }) => path)).size).toBe(figures.length);
    expect(named("setting", "auto_approval.limit")).toMatchObject({ type: "money", value: 15_000_000 });
    expect(named("bound", "deal.amount")).toMatchObject({
      section: "tables",
      part: "support.presales large",
      type: "money",
    });
    expect(named("to", "deal.days_to_close").value).toBe(366);
    expect(named("answer", "benefit.basis_points", "benefit.basis_points gold")).toMatchObject({
      type: "share",
      value: 1200,
    });
    expect(named("verdict", "partner-active").value).toBe("reject");
  });

  test.each(figures.map((figure) => [figure.path, figure] as const))(
    "%s changes, and nothing else does",
    (path, figure) => {
      const value = typeof figure.value === "number" ? figure.value + 7 : figure.type === "verdict" ? "ask" : "another";
      const changed = withFigures(policy, types, new Map([[path, value]]));
      expect(
        figuresOf(changed, types)
          .filter((other, at) => other.value !== figures[at]?.value)
          .map((other) => other.path),
      ).toEqual([path]);
      expect(diff(policy, changed)).toHaveLength(1);
    },
  );

  test("hold the auto-approval limit once: the rule names the setting", () =>
    expect(figures.filter(({ value }) => value === 15_000_000).map(({ of }) => of)).toEqual(["auto_approval.limit"]));

  test("are never in a place a policy does not have", () =>
    expect(
      withFigures(
        policy,
        types,
        new Map([
          ["settings/new", 1],
          ["__proto__/polluted", 1],
        ]),
      ),
    ).toEqual(policy));

  test("are read as they are typed", () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(whole, fc.constantFrom<FactType>("money", "number", "days", "share", "points"), (value, type) => {
        expect(readFigure({ type }, typedFigure({ type, value }, 2), 2)).toBe(value);
      }),
    );
    expect(readFigure({ type: "money" }, "150000.50", 2)).toBe(15_000_050);
    expect(readFigure({ type: "share" }, "12.5", 2)).toBe(1250);
    expect(readFigure({ type: "verdict" }, "approve", 2)).toBeNull();
    for (const typed of ["", "a lot", "1e9", "12,5", "--1"]) expect(readFigure({ type: "money" }, typed, 2)).toBeNull();
  });
});

describe("[COMM-08] a version", () => {
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  const published = (day: string) => ({ status: "published" as const, effectiveFrom: at(day) });
  const all = [
    published("2026-01-01"),
    published("2026-06-01"),
    published("2027-01-01"),
    { status: "draft" as const, effectiveFrom: at("2026-01-01") },
  ];

  test("is draft, scheduled, in force or superseded by its date", () => {
    const states = (day: string) => all.map((version) => stateOf(version, all, at(day)));
    expect(states("2026-05-31")).toEqual(["in_force", "scheduled", "scheduled", "draft"]);
    expect(states("2026-06-01")).toEqual(["superseded", "in_force", "scheduled", "draft"]);
    expect(states("2027-02-01")).toEqual(["superseded", "superseded", "in_force", "draft"]);
  });

  test("has the notice the rules before it promise, thirty days where they say nothing, none where there are none", () => {
    expect(noticeDays({ settings: { "notice.days": 60 } })).toBe(60);
    expect(noticeDays({ settings: {} })).toBe(30);
    expect(noticeDays(null)).toBe(0);
    expect(earliestDay(plainDate("2026-11-25"), 30)).toBe("2026-12-26");
    expect(earliestDay(plainDate("2026-11-25"), 0)).toBe("2026-11-25");
  });

  test("is published by a second person where there is one", () => {
    expect(mayPublish("ines", "ines", ["ines", "tomasz"])).toBe(false);
    expect(mayPublish("tomasz", "ines", ["ines", "tomasz"])).toBe(true);
    expect(mayPublish("ines", "ines", ["ines"])).toBe(true);
  });
});
