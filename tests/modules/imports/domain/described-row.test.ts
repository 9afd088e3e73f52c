import { expect, test } from "vitest";
import { describeRow } from "@/modules/imports/domain/described-row";
import type { Preset, Problem } from "@/modules/imports/domain/preset";
import { obstacle, type PartReport, rowOutcomes, unusedByAll } from "@/modules/imports/domain/report";
import { slugOf, wordOf } from "@/modules/imports/domain/words";

const preset: Preset = {
  id: "test",
  fields: [],
  derive: (row) => ({ code: slugOf(String(row.name)) }),
  identity: (row) => wordOf("name", row.name),
  words: (row) => wordOf("name", row.name),
  links: {
    parent: {
      target: "account",
      field: "parent",
      words: (row) => wordOf("name", row.parent),
      missing: { reason: "x", severity: "error" },
    },
  },
};
const problem = (severity: Problem["severity"]): Problem => ({
  reason: "x",
  severity,
  field: null,
  column: null,
  value: "",
});

test("a row is kept with what follows from it, and points at what it names", () => {
  expect(
    describeRow(preset, {
      values: { name: "Über AG", parent: "Holding" },
      problems: [problem("warning")],
      more: { rate: 1 },
    }),
  ).toEqual({
    values: { name: "Über AG", parent: "Holding", code: "uber-ag", rate: 1 },
    problems: [problem("warning")],
    identity: ["name:über ag"],
    words: ["name:über ag"],
    links: { parent: ["name:holding"] },
    isSound: true,
  });
  expect(describeRow(preset, { values: { name: "A", parent: null }, problems: [] }).links).toEqual({});
});

test("a wrong row is recognised by nothing, so that nothing points at it", () => {
  expect(describeRow(preset, { values: { name: "A", parent: "B" }, problems: [problem("error")] })).toMatchObject({
    identity: [],
    words: [],
    links: {},
    isSound: false,
  });
});

const part = (file: string, unusedColumns: readonly string[], error = 0) =>
  // What is compared here needs no more of a report.
  ({
    file,
    unusedColumns,
    outcomes: { ...Object.fromEntries(rowOutcomes.map((name) => [name, 0])), error },
  }) as unknown as PartReport;

test("a column counts as unused only where no part of the file reads it", () => {
  const parts = [part("a.csv", ["x", "y"]), part("a.csv", ["y", "z"]), part("b.csv", ["x"])];
  expect(unusedByAll(parts).map(({ unusedColumns }) => unusedColumns)).toEqual([["y"], ["y"], ["x"]]);
});

test("open questions stop a commit, and wrong rows do unless good ones are enough", () => {
  const report = { questions: [], moreQuestions: 0, parts: [part("a.csv", [], 1)], rules: null };
  expect(obstacle(report, false)).toBe("badRows");
  expect(obstacle(report, true)).toBeNull();
  expect(obstacle({ ...report, moreQuestions: 1 }, true)).toBe("openQuestions");
});
