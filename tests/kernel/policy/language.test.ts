import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { evaluate, type Facts } from "@/kernel/policy";
import { diff } from "@/kernel/policy/diff";
import {
  type Calculation,
  type Condition,
  type DecisionTable,
  type Effect,
  PolicyDefect,
} from "@/kernel/policy/language";
import { withRanks } from "@/kernel/policy/ranking";
import { stageDeadlines, stagesOf, takesEffect } from "@/kernel/policy/schedule";
import { body, rule } from "./support";

const calculated = (calculation: Calculation, facts: Facts, settings = {}) =>
  evaluate(body({ values: { v: calculation }, settings }), facts).values?.v;
const gold: Condition = { fact: "tier", is: "eq", value: "gold" };

describe("a calculation", () => {
  const ratio: Calculation = { ratio: "experts", of: "staff" };
  test.each<[string, Calculation, Facts, number | null]>([
    [
      "adds up, each to its cap and all to theirs",
      {
        sum: [
          { of: "a", most: 3 },
          { of: "b", times: 2 },
        ],
        most: 12,
      },
      { a: 5, b: 4 },
      11,
    ],
    ["stops at the cap of all", { sum: [{ of: "a" }, { of: "b" }], most: 8 }, { a: 5, b: 4 }, 8],
    ["is unknown where a part is", { sum: [{ of: "a" }, { of: "b" }] }, { a: 5, b: null }, null],
    ["counts what is yes", { sum: [{ of: "a" }, { of: "b" }] }, { a: true, b: false }, 1],
    ["is a share, rounded down", ratio, { experts: 1, staff: 3 }, 3333],
    ["is a share, rounded up", { ...ratio, round: "up" }, { experts: 1, staff: 3 }, 3334],
    ["is exact where it can be", { ...ratio, round: "up" }, { experts: 3, staff: 10 }, 3000],
    ["is exact for the largest amounts", ratio, { experts: 9_007_199_254_740_990, staff: 9_007_199_254_740_991 }, 9999],
    ["does not exceed its cap", { ...ratio, most: 10_000 }, { experts: 6, staff: 3 }, 10_000],
    ["is nothing of nobody", ratio, { experts: 0, staff: 0 }, null],
    ["is what it says of nobody", { ...ratio, otherwise: 0 }, { experts: 0, staff: 0 }, 0],
  ])("%s", (_, calculation, facts, expected) => expect(calculated(calculation, facts)).toBe(expected));

  test("of points rewards what holds and every full step, up to its caps", () => {
    const points: Calculation = {
      points: [
        { id: "gold", when: gold, points: 50 },
        { id: "deals", per: "deals", each: 3, points: 10, most: 30 },
      ],
      most: 75,
    };
    expect([0, 2, 3, 8, 90].map((deals) => calculated(points, { tier: "silver", deals }))).toEqual([0, 0, 10, 20, 30]);
    expect(calculated(points, { tier: "gold", deals: 90 })).toBe(75);
    expect(calculated(points, { tier: null, deals: null })).toBe(0);
  });

  test("of bands gives the step that was reached", () => {
    const bands: Calculation = {
      bands: "amount",
      steps: [
        { from: 100, then: 5 },
        { from: 500, then: 8 },
      ],
    };
    expect([99, 100, 499, 500, null].map((amount) => calculated(bands, { amount }))).toEqual([null, 5, 5, 8, null]);
    expect(calculated({ ...bands, otherwise: 0 }, { amount: 1 })).toBe(0);
  });

  test("may rest on another, in whatever order storage gives them", () => {
    const values = { a: { sum: [{ of: "b", times: 2 }] }, b: { sum: [{ of: "n" }, { of: { setting: "base" } }] } };
    expect(evaluate(body({ values, settings: { base: 10 } }), { n: 1 }).values).toEqual({ a: 22, b: 11 });
    expect(() => evaluate(body({ values: { a: { sum: [{ of: "a" }] } } }), {})).toThrow(PolicyDefect);
  });

  test("refuses numbers that cannot be kept exactly", () =>
    expect(() => calculated({ sum: [{ of: "a", times: 3 }] }, { a: Number.MAX_SAFE_INTEGER })).toThrow(PolicyDefect));
});

test("so many of several conditions hold, whichever", () => {
  const pass: Condition = {
    atLeast: 2,
    of: [gold, { fact: "a", is: "gt", value: 1 }, { fact: "b", is: "gt", value: 1 }],
  };
  const verdict = (facts: Facts) => evaluate(body({ rules: [rule("r", pass)] }), facts).verdict;
  expect(verdict({ tier: "silver", a: 2, b: 2 })).toBe("approve");
  expect(verdict({ tier: "gold", a: 0, b: 2 })).toBe("approve");
  expect(verdict({ tier: "gold", a: 0, b: 1 })).toBe("review");
});

describe("a ranking", () => {
  const policy = body({
    values: {
      place: { rank: "sales", within: "country", as: "position" },
      top: { rank: "sales", within: "country", as: "share" },
    },
    tables: {
      best: {
        hit: "first",
        rows: [{ id: "top", when: { fact: "top", is: "lte", value: 3400 }, then: true }],
        otherwise: false,
      },
    },
  });
  const population = [
    { country: "DE", sales: 10 },
    { country: "DE", sales: 30 },
    { country: "DE", sales: 30 },
    { country: "AT", sales: 1 },
    { country: "DE", sales: null },
  ];
  const ranked = withRanks(policy, population).map((facts) => evaluate(policy, facts));

  test("orders each within its group; equals share the better place, the unknown stand last", () =>
    expect(ranked.map(({ values }) => values?.place)).toEqual([3, 1, 1, 1, 4]));

  test("says which share of the group one belongs to, never too good", () => {
    expect(ranked.map(({ values }) => values?.top)).toEqual([7500, 2500, 2500, 10_000, 10_000]);
    expect(ranked.map(({ outputs }) => outputs.best)).toEqual([false, true, true, false, false]);
  });
});

describe("a table", () => {
  const answer = (hit: DecisionTable["hit"], facts: Facts, settings = {}) =>
    evaluate(
      body({
        settings,
        tables: {
          t: {
            hit,
            otherwise: 0,
            rows: [
              { id: "gold", when: gold, then: 5 },
              { id: "all", when: { fact: "a", is: "gt", value: 0 }, then: { setting: "base" } },
              { id: "own", when: { fact: "a", is: "gt", value: 5 }, then: { fact: "a" } },
            ],
          },
        },
      }),
      facts,
    ).outputs.t;
  const best = { tier: "gold", a: 9 };
  test.each([
    ["sum", 17],
    ["highest", 9],
    ["lowest", 3],
    ["first", 5],
  ] as const)("with the hit %s answers %i", (hit, expected) => expect(answer(hit, best, { base: 3 })).toBe(expected));
  test("that adds up answers for the rest as well", () => expect(answer("sum", { tier: "silver", a: 0 })).toBe(0));
});

describe("[GOVR-04] an override", () => {
  const policy = body({
    rules: [rule("limit", { fact: "amount", is: "lte", value: { setting: "limit" } })],
    settings: { limit: 100 },
    bounds: { limit: { least: 50, most: 200 } },
    overrides: [
      { id: "dach", title: { en: "DACH" }, when: { fact: "region", is: "eq", value: "DACH" }, set: { limit: 150 } },
      { id: "swiss", title: { en: "Swiss" }, when: { fact: "country", is: "eq", value: "CH" }, set: { limit: 60 } },
    ],
  });
  test.each([
    ["ROW", "US", 100, []],
    ["DACH", "DE", 150, ["dach"]],
    ["DACH", "CH", 60, ["dach", "swiss"]],
  ])("counts where it applies, the later over the earlier: %s %s", (region, country, bound, overrides) => {
    const evaluation = evaluate(policy, { amount: 1, region, country });
    expect(evaluation.overrides).toEqual(overrides);
    expect(evaluation.rules[0]?.tests).toEqual([
      { fact: "amount", actual: 1, is: "lte", bound, holds: true, by: { setting: "limit" } },
    ]);
  });
});

describe("a hold", () => {
  const day = plainDate("2026-11-25");
  const hold = (up: Effect, down: Effect) => ({ order: ["silver", "gold"], up, down });
  test.each<[string, Effect, string, string | null]>([
    ["at once", { at: "once" }, "2026-11-25", null],
    ["after days of grace", { at: "once", after: 10 }, "2026-12-05", null],
    ["next month", { at: "month" }, "2026-12-01", null],
    ["next quarter", { at: "quarter" }, "2027-01-01", null],
    ["next half", { at: "half" }, "2027-01-01", null],
    ["next year, with a warning before", { at: "year", warn: 60 }, "2028-01-01", "2027-11-02"],
  ])("brings a change %s", (_, effect, on, warnOn) => {
    const fiscal = effect.at === "year" ? plainDate("2026-12-20") : day;
    expect(takesEffect(hold({ at: "once" }, effect), "gold", "silver", fiscal, 1)).toEqual({
      direction: "down",
      on,
      warnOn,
    });
  });
  test("treats up and down on their own, and nothing as nothing", () => {
    const both = hold({ at: "once" }, { at: "year" });
    expect(takesEffect(both, "silver", "gold", day, 7).on).toBe("2026-11-25");
    expect(takesEffect(both, "gold", "silver", day, 7).on).toBe("2027-07-01");
    expect(takesEffect(both, "gold", "gold", day, 7).direction).toBe("none");
  });
});

test("the stages of a clock follow each other", () => {
  const calendar = {
    zone: "UTC",
    holidays: [],
    hours: {
      1: ["09:00", "17:00"],
      2: ["09:00", "17:00"],
      3: ["09:00", "17:00"],
      4: ["09:00", "17:00"],
      5: ["09:00", "17:00"],
      6: null,
      7: null,
    },
  } as const;
  const stages = [
    { id: "look", who: "channel_manager", within: 2, unit: "business_days", late: "escalate" },
    { id: "decide", who: "program_owner", within: 240, unit: "business_minutes", late: "approve" },
    { id: "last", who: "program_owner", within: 1, unit: "days", late: "reject" },
  ] as const;
  expect(
    stageDeadlines(stages, new Date("2026-11-26T10:00:00Z"), calendar).map(({ due }) => due.toISOString()),
  ).toEqual(["2026-11-30T17:00:00.000Z", "2026-12-01T13:00:00.000Z", "2026-12-03T00:00:00.000Z"]);
});

test("a case has the stages whose condition holds, with the time a setting says", () => {
  const look = { id: "look", who: "manager", unit: "days", late: "escalate" } as const;
  const policy = body({
    settings: { days: 3 },
    clocks: {
      review: [
        { ...look, within: { setting: "days" }, when: gold },
        { ...look, id: "last", within: 2 },
      ],
    },
  });
  const stages = (tier: string) => stagesOf(policy, "review", { tier }).map(({ id, within }) => [id, within]);
  expect(stages("gold")).toEqual([
    ["look", 3],
    ["last", 2],
  ]);
  expect(stages("silver")).toEqual([["last", 2]]);
  expect(stagesOf(policy, "toString", { tier: "gold" })).toEqual([]);
});

describe("a comparison of two policies", () => {
  const before = body({
    rules: [rule("a", gold), rule("b", gold)],
    tables: {
      t: {
        hit: "first",
        rows: [
          { id: "x", when: gold, then: 1 },
          { id: "y", when: { all: [] }, then: 2 },
        ],
      },
    },
    settings: { limit: 1, old: true },
  });
  test("says nothing where they say the same, in whatever order keys come", () =>
    expect(diff(before, { settings: { old: true, limit: 1 }, tables: before.tables, rules: before.rules })).toEqual(
      [],
    ));

  test("names what was added, removed, changed and moved", () => {
    const after = body({
      rules: [rule("b", { not: gold })],
      tables: { t: { hit: "first", rows: [...(before.tables.t?.rows ?? [])].toReversed(), otherwise: 0 } },
      settings: { limit: 2, new: 3 },
    });
    expect(
      diff(before, after)
        .map(({ kind, path }) => `${kind} ${path}`)
        .toSorted(),
    ).toEqual([
      "added settings.new",
      "added tables.t.otherwise",
      "changed rules.b.pass",
      "changed settings.limit",
      "moved tables.t.rows",
      "removed rules.a",
      "removed settings.old",
    ]);
  });
});
