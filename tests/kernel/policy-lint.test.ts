import { describe, expect, test } from "vitest";
import type { Condition, DecisionTable, FactDeclaration, PolicyBody, PolicyRule } from "@/kernel/policy";
import { lint } from "@/kernel/policy-lint";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { registrationFacts } from "@/modules/deals/facts";

const declarations: FactDeclaration[] = (
  [
    ["amount", "money"],
    ["score", "score"],
    ["country", "text"],
    ["closes", "date"],
    ["direct", "boolean"],
  ] as const
).map(([id, type]) => ({ id, type, label: id, audience: "all" }));

const rule = (id: string, pass: Condition, appliesWhen?: Condition): PolicyRule => ({
  id,
  title: { en: id },
  pass,
  otherwise: "review",
  because: { en: id },
  ...(appliesWhen ? { appliesWhen } : {}),
});
const small: Condition = { fact: "amount", is: "lte", value: 100 };
const german: Condition = { fact: "country", is: "eq", value: "DE" };
const always: Condition = { all: [] };
const body = (rules: PolicyRule[], tables: Record<string, DecisionTable> = {}): PolicyBody => ({
  rules,
  tables,
  settings: {},
});
const table = (hit: DecisionTable["hit"], whens: Condition[], otherwise?: number): DecisionTable => ({
  hit,
  rows: whens.map((when, index) => ({ id: `row${index + 1}`, when, then: index })),
  ...(otherwise === undefined ? {} : { otherwise }),
});
const kinds = (policy: PolicyBody) => lint(policy, declarations).map(({ kind, where }) => `${kind} ${where}`);

test("the registration policy has no finding", () => {
  expect(lint(registrationPolicy(5_000_000), registrationFacts)).toEqual([]);
});

describe("a comparison", () => {
  test.each<[string, Condition]>([
    ["a number with a limit", small],
    ["a text with a list", { fact: "country", in: ["DE", "AT"] }],
    ["a score in a range", { fact: "score", from: 0, to: 60 }],
    ["a range with one end", { fact: "score", from: 60 }],
    ["a day with a day", { fact: "closes", is: "lt", value: "2026-12-31" }],
    ["a yes or no", { fact: "direct", is: "ne", value: true }],
  ])("of %s is fine", (_, condition) => expect(kinds(body([rule("r", condition)]))).toEqual([]));

  test.each<[string, Condition]>([
    ["a number with a text", { fact: "amount", is: "lte", value: "100" }],
    ["a text with a number", { fact: "country", is: "eq", value: 49 }],
    ["a text with a mixed list", { fact: "country", in: ["DE", 43] }],
    ["a text with an empty list", { fact: "country", in: [] }],
    ["a text in a range", { fact: "country", from: 1, to: 2 }],
    ["a day with what is no day", { fact: "closes", is: "lt", value: "soon" }],
    ["a yes or no by size", { fact: "direct", is: "gt", value: false }],
    ["anything with nothing", { fact: "amount", is: "eq", value: null }],
  ])("of %s does not fit", (_, condition) =>
    expect(kinds(body([rule("r", condition)]))).toEqual(["type_mismatch rules.r.pass"]),
  );

  test.each([
    [60, 60],
    [61, 60],
  ])("from %i to %i holds nothing", (from, to) =>
    expect(kinds(body([rule("r", { fact: "score", from, to })]))).toEqual(["empty_range rules.r.pass"]),
  );

  test("of a fact nobody declares is found wherever it hides", () => {
    const unknown: Condition = { any: [small, { not: { all: [{ fact: "weather", is: "eq", value: "fine" }] } }] };
    const policy = body([rule("r", unknown), rule("s", small, unknown)], { t: table("collect", [unknown]) });
    expect(lint(policy, declarations)).toEqual(
      ["rules.r.pass", "rules.s.appliesWhen", "tables.t.rows.row1"].map((where) => ({
        kind: "unknown_fact",
        where,
        message: "policy.lint.unknownFact",
        params: { fact: "weather" },
      })),
    );
  });
});

describe("a fact", () => {
  const named = (id: string): FactDeclaration => ({ id, type: "number", label: id, audience: "all" });
  const asked = (id: string) => body([rule("r", { fact: id, is: "eq", value: 1 })]);

  test.each([
    ...["all", "any", "not", "fact", "is", "in", "value", "from", "to"],
    ...["eq", "ne", "lt", "lte", "gt", "gte", "range", "first", "unique", "collect", "otherwise"],
    ...["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"],
  ])("must not be called %s, which the language means something by", (id) =>
    expect(lint(asked(id), [named(id)])).toEqual([
      { kind: "reserved_fact", where: `facts.${id}`, message: "policy.lint.reservedFact", params: { fact: id } },
    ]),
  );

  test.each(["deal.in", "all_deals", "All", "first_deal"])("may be called %s", (id) =>
    expect(lint(asked(id), [named(id)])).toEqual([]),
  );
});

describe("ids", () => {
  test("of rules stand once", () =>
    expect(kinds(body([rule("r", small), rule("s", small), rule("r", german)]))).toEqual(["duplicate_id rules.r"]));

  test("of rows stand once in a table, and may come again in another", () => {
    const twice = { ...table("collect", [small, german]) };
    const rows = twice.rows.map((row) => ({ ...row, id: "row1" }));
    expect(kinds(body([], { t: { ...twice, rows }, u: table("collect", [small]) }))).toEqual([
      "duplicate_id tables.t.rows.row1",
    ]);
  });
});

describe("a table", () => {
  test.each(["first", "unique"] as const)("with the hit %s needs an answer for the rest", (hit) => {
    expect(kinds(body([], { t: table(hit, [small]) }))).toEqual(["missing_otherwise tables.t"]);
    expect(kinds(body([], { t: table(hit, [small], 0) }))).toEqual([]);
  });

  test("that collects needs none", () => expect(kinds(body([], { t: table("collect", [small]) }))).toEqual([]));

  test("that collects never comes to an answer for the rest", () =>
    expect(lint(body([], { t: table("collect", [small], 0) }), declarations)).toEqual([
      {
        kind: "ignored_otherwise",
        where: "tables.t",
        message: "policy.lint.ignoredOtherwise",
        params: { table: "t" },
      },
    ]));

  test.each<[string, Condition]>([
    ["one with the same condition", german],
    ["one that always holds", always],
    ["one that holds whatever fails", { any: [small, always] }],
    ["one that denies the impossible", { not: { any: [] } }],
    ["one that denies an empty range", { not: { all: [{ fact: "score", from: 5, to: 5 }, small] } }],
  ])("never reaches a row behind %s", (_, before) => {
    const found = lint(body([], { t: table("first", [small, before, german], 0) }), declarations);
    expect(found.filter(({ kind }) => kind === "unreachable_row")).toEqual([
      {
        kind: "unreachable_row",
        where: "tables.t.rows.row3",
        message: "policy.lint.unreachableRow",
        params: { row: "row3", earlier: "row2" },
      },
    ]);
  });

  test("reaches a row behind one that may fail, not one behind its equal", () => {
    const before: Condition[] = [{ any: [] }, { not: always }, { all: [small, always] }, { any: [small] }];
    expect(kinds(body([], { t: table("first", [...before, german], 0) }))).toEqual([
      "impossible_row tables.t.rows.row1",
      "impossible_row tables.t.rows.row2",
      "unreachable_row tables.t.rows.row4",
    ]);
  });

  test("that collects may have two rows for one condition", () =>
    expect(kinds(body([], { t: table("collect", [german, german]) }))).toEqual([]));
});
