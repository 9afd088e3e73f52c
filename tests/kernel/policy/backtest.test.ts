import { expect, test } from "vitest";
import { evaluate, type Facts } from "@/kernel/policy";
import { backtest, type DecidedCase, decidedBy } from "@/kernel/policy/backtest";
import { body, rule } from "./support";

const limited = (limit: number) =>
  body({
    rules: [rule("limit", { fact: "amount", is: "lte", value: limit })],
    tables: {
      grant: {
        hit: "first",
        rows: [{ id: "large", when: { fact: "amount", is: "gte", value: 90 }, then: 2 }],
        otherwise: 1,
      },
    },
  });
const inForce = limited(100);
const decided = (id: string, amount: number, region: string, facts: Facts = { amount }): DecidedCase => ({
  id,
  facts,
  evaluation: evaluate(inForce, { amount }),
  amount,
  groups: { region },
});
const cases = [decided("a", 40, "DACH"), decided("b", 60, "DACH"), decided("c", 95, "ROW"), decided("d", 200, "ROW")];

test("[PRED-08] a draft is tried on decided cases: what flips, where, and how much money that is", () => {
  const before = structuredClone(cases);
  expect(backtest(limited(50), cases)).toEqual({
    cases: 4,
    same: 2,
    flips: [
      { id: "b", from: "approve", to: "review", amount: 60, groups: { region: "DACH" }, outputs: [] },
      { id: "c", from: "approve", to: "review", amount: 95, groups: { region: "ROW" }, outputs: [] },
    ],
    unanswered: [],
    moves: { "approve → review": { cases: 2, flips: 2, amount: 155 } },
    groups: { region: { DACH: { cases: 2, flips: 1, amount: 60 }, ROW: { cases: 2, flips: 1, amount: 95 } } },
  });
  expect(cases).toEqual(before);
});

test("another answer of a table is a flip as well, the version in force flips nothing", () => {
  const generous = { ...inForce, tables: { grant: { hit: "first" as const, rows: [], otherwise: 1 } } };
  expect(backtest(generous, cases).flips.map(({ id, from, to, outputs }) => [id, from, to, outputs])).toEqual([
    ["c", "approve", "approve", ["grant"]],
    ["d", "review", "review", ["grant"]],
  ]);
  expect(backtest(inForce, cases).same).toBe(4);
});

test("a case that lacks a fact the draft asks is counted, not guessed", () => {
  const draft = body({ rules: [rule("new", { fact: "weather", is: "eq", value: "fine" })] });
  expect(backtest(draft, cases)).toMatchObject({ same: 0, flips: [], unanswered: ["a", "b", "c", "d"] });
});

test("a draft is compared with the rules in force, where cases were decided under older ones", () => {
  const draft = limited(60);
  expect(backtest(draft, decidedBy(draft, cases))).toMatchObject({ same: 4, flips: [] });
  expect(backtest(draft, decidedBy(limited(50), cases)).flips.map(({ id, from, to }) => [id, from, to])).toEqual([
    ["b", "review", "approve"],
  ]);
  const asksMore = body({ rules: [rule("new", { fact: "weather", is: "eq", value: "fine" })] });
  expect(decidedBy(asksMore, cases)).toEqual(cases);
});
