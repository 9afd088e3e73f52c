import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { Condition, DecisionTable, FactDeclaration, PolicyBody } from "@/kernel/policy/language";
import { isDoubt, type LintKind } from "@/kernel/policy/lint-finding";
import { lint, lintFor } from "@/kernel/policy-lint";
import { messagesIn } from "@/server/languages";
import { findingWords } from "@/ui/policy/words";
import { body, rule } from "./support";

const declared: readonly FactDeclaration[] = [
  { id: "amount", type: "money", label: "amount", audience: "all" },
  { id: "limit", type: "money", label: "limit", audience: "all" },
  { id: "staff", type: "number", unit: "people", label: "staff", audience: "all" },
  { id: "experts", type: "number", unit: "people", label: "experts", audience: "all" },
  { id: "courses", type: "number", unit: "courses", label: "courses", audience: "all" },
  { id: "tier", type: "text", label: "tier", audience: "all", values: ["gold", "silver"] },
];
const amount = (is: "lte" | "lt" | "gte" | "gt", value: number): Condition => ({ fact: "amount", is, value });
const asked = (pass: Condition, parts: Partial<PolicyBody> = {}) => body({ rules: [rule("r", pass)], ...parts });
const table = (hit: DecisionTable["hit"], whens: readonly Condition[], otherwise?: number) =>
  body({
    tables: {
      t: {
        hit,
        rows: whens.map((when, index) => ({ id: `row${index + 1}`, when, then: index })),
        ...(otherwise === undefined ? {} : { otherwise }),
      },
    },
  });
const title = { en: "DACH" };
const always: Condition = { all: [] };
const quota = { values: { quota: { ratio: "experts", of: "staff" } } } as const;
const german: Condition = { fact: "tier", is: "eq", value: "gold" };

/** For each kind of fault a policy that has it, and where. */
type OfContract = "missing_table" | "missing_setting" | "idle_clock" | "idle_stage";
const broken: Record<Exclude<LintKind, OfContract>, [PolicyBody, where: string]> = {
  unknown_fact: [asked({ fact: "weather", is: "eq", value: 1 }), "rules.r.pass"],
  unknown_setting: [asked({ fact: "amount", is: "lte", value: { setting: "cap" } }), "rules.r.pass"],
  type_mismatch: [asked({ fact: "amount", is: "eq", value: "1" }), "rules.r.pass"],
  unit_mismatch: [asked({ fact: "staff", is: "gte", value: { fact: "courses" } }), "rules.r.pass"],
  unknown_word: [asked({ fact: "tier", is: "eq", value: "platinum" }), "rules.r.pass"],
  empty_range: [asked({ fact: "amount", from: 2, to: 2 }), "rules.r.pass"],
  inexact_bound: [asked({ fact: "quota", is: "lte", value: 3000 }, quota), "rules.r.pass"],
  impossible_count: [asked({ atLeast: 3, of: [german, amount("gt", 1)] }), "rules.r.pass"],
  duplicate_id: [body({ rules: [rule("r", german), rule("r", german)] }), "rules.r"],
  duplicate_bound: [
    body({
      values: {
        rate: {
          bands: "amount",
          steps: [
            { from: 0, then: 1 },
            { from: 0, then: 2 },
          ],
        },
      },
    }),
    "values.rate",
  ],
  ambiguous_bound: [table("unique", [amount("lte", 100), amount("gte", 100)], 0), "tables.t.rows.row2"],
  missing_otherwise: [table("first", [amount("lte", 100)]), "tables.t"],
  ignored_otherwise: [table("collect", [german], 0), "tables.t"],
  reserved_fact: [body({ values: { not: { sum: [{ of: "staff" }] } } }), "facts.not"],
  unreachable_row: [table("first", [amount("lte", 9), amount("gt", 9), amount("lt", 5)], 0), "tables.t.rows.row3"],
  impossible_row: [table("first", [{ all: [amount("lt", 1), amount("gt", 1)] }], 0), "tables.t.rows.row1"],
  overlap: [table("unique", [amount("lte", 100), amount("gte", 50)], 0), "tables.t.rows.row2"],
  gap: [
    table(
      "first",
      [
        { fact: "staff", from: 0, to: 5 },
        { fact: "staff", from: 6 },
      ],
      0,
    ),
    "tables.t",
  ],
  unchecked_table: [
    table(
      "unique",
      ["amount", "limit", "staff", "experts", "courses"].map((fact) => ({
        any: [1, 3, 5, 7].map((value) => ({ fact, is: "eq" as const, value })),
      })),
      0,
    ),
    "tables.t",
  ],
  circle: [body({ values: { a: { sum: [{ of: "b" }] }, b: { sum: [{ of: "a" }] } } }), "values"],
  hidden_fact: [body({ values: { staff: { sum: [{ of: "experts" }] } } }), "values.staff"],
  bad_step: [body({ values: { p: { points: [{ id: "x", per: "staff", each: 0, points: 1 }] } } }), "values.p.points.x"],
  no_bounds: [
    body({ settings: { cap: 5 }, overrides: [{ id: "dach", title, when: german, set: { cap: 4 } }] }),
    "overrides.dach.set.cap",
  ],
  out_of_bounds: [
    body({
      settings: { cap: 5 },
      bounds: { cap: { least: 4, most: 6 } },
      overrides: [{ id: "dach", title, when: german, set: { cap: 7 } }],
    }),
    "overrides.dach.set.cap",
  ],
  settles_itself: [
    body({
      ...quota,
      settings: { cap: 5 },
      bounds: { cap: { least: 4, most: 6 } },
      overrides: [{ id: "dach", title, when: { fact: "quota", is: "gte", value: 1 }, set: { cap: 4 } }],
    }),
    "overrides.dach.when",
  ],
  unknown_table: [body({ holds: { tier: { order: [1], up: { at: "once" }, down: { at: "year" } } } }), "holds.tier"],
  incomplete_order: [
    { ...table("first", [german], 9), holds: { t: { order: [0], up: { at: "once" }, down: { at: "year" } } } },
    "holds.t",
  ],
  empty_stage: [
    body({ clocks: { review: [{ id: "look", who: "manager", within: 0, unit: "days", late: "escalate" }] } }),
    "clocks.review.look",
  ],
};

const kinds = Object.entries(broken).map(([kind, [policy, where]]) => [kind, policy, where] as const);

test("lint for a kind finds what the product would miss: an answer in numbers, a deadline", () => {
  const contract = { kind: "k", facts: declared, tables: ["grant"], settings: ["days"], clocks: {} };
  const grant: DecisionTable = { hit: "first", rows: [], otherwise: 5 };
  const missed = (policy: PolicyBody) => lintFor(policy, contract).map(({ kind, where }) => `${kind} ${where}`);
  expect(missed(body())).toEqual(["missing_table tables.grant", "missing_setting settings.days"]);
  expect(missed(body({ tables: { grant: { ...grant, otherwise: "much" } }, settings: { days: "ten" } }))).toHaveLength(
    2,
  );
  expect(missed(body({ tables: { grant }, settings: { days: 10 } }))).toEqual([]);
});

const look = { id: "look", who: "manager", within: 1, unit: "days", late: "escalate" } as const;

test("lint for a kind finds clocks and stages that the product does not run", () => {
  const clocks = { review: { who: ["manager"], late: ["escalate"] } } as const;
  const contract = { kind: "k", facts: declared, tables: [], settings: [], clocks };
  const found = (stages: PolicyBody["clocks"]) =>
    lintFor(body({ clocks: stages }), contract).map(({ kind, where }) => `${kind} ${where}`);
  expect(found({ review: [look] })).toEqual([]);
  expect(found({ answer: [look] })).toEqual(["idle_clock clocks.answer"]);
  expect(found({ review: [{ ...look, who: "nobody" }] })).toEqual(["idle_stage clocks.review.look"]);
  expect(found({ review: [{ ...look, late: "reject" }] })).toEqual(["idle_stage clocks.review.look"]);
});

test("lint looks into the time and the condition of a stage", () => {
  const found = (stage: object, settings = {}) =>
    lint(body({ clocks: { review: [{ ...look, ...stage }] }, settings }), declared).map(({ kind }) => kind);
  expect(found({ within: { setting: "days" } }, { days: 2 })).toEqual([]);
  expect(found({ within: { setting: "days" } })).toEqual(["unknown_setting"]);
  expect(found({ within: { setting: "days" } }, { days: 0 })).toEqual(["empty_stage"]);
  expect(found({ within: { setting: "days" } }, { days: "two" })).toEqual(["empty_stage"]);
  expect(found({ when: { fact: "weather", is: "eq", value: 1 } })).toEqual(["unknown_fact"]);
});

describe("lint", () => {
  test.each(kinds)("finds %s, and nothing worse", (kind, policy, where) => {
    const found = lint(policy, declared);
    expect(found.map((finding) => `${finding.kind} ${finding.where}`)).toContain(`${kind} ${where}`);
    expect(found.filter((finding) => finding.kind !== kind)).toEqual([]);
  });

  test.each(["en", "de"])("says each fault and its way out in %s, with what it names", (locale) => {
    const translator = createTranslator({
      locale,
      messages: messagesIn(locale),
      onError: (error) => expect.fail(error.message),
    });
    const t = translator as never;
    for (const [, policy] of kinds) {
      for (const finding of lint(policy, declared)) {
        const { sentence, fix } = findingWords(finding, { t, labelOf: (name) => name });
        expect(sentence).not.toMatch(/policy\.lint|\{/);
        expect(fix).not.toMatch(/policy\.fix|\{/);
      }
    }
  });

  test("lets nothing but a doubt be published", () =>
    expect(kinds.filter(([, policy]) => lint(policy, declared).every(isDoubt)).map(([kind]) => kind)).toEqual(["gap"]));

  test("leaves alone what is well made", () => {
    const fine = [
      table("unique", [amount("lt", 100), amount("gte", 100)], 0),
      table("first", [german, always], undefined),
      asked({ fact: "quota", is: "gte", value: 3000 }, quota),
      asked({ fact: "amount", is: "lte", value: { fact: "limit" } }),
    ];
    for (const policy of fine) expect(lint(policy, declared)).toEqual([]);
  });
});
