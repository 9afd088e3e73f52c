import { expect, test } from "vitest";
import { harmlessCell, keptCell } from "@/modules/imports/domain/cells";
import { errorLine } from "@/modules/imports/domain/error-line";
import type { Problem } from "@/modules/imports/domain/preset";

const problem = (changes: Partial<Problem>): Problem => ({
  reason: "notADate",
  severity: "error",
  field: "closed",
  column: "Close date",
  value: "soon",
  ...changes,
});
const words = ({ reason }: Problem) => `no ${reason}`;

test("a wrong row keeps its cells in their columns, behind its line and what is wrong with it", () => {
  const problems = [
    problem({}),
    problem({ reason: "customerNotNamed", severity: "warning" }),
    problem({ reason: "missing", column: null, field: "stage", value: "" }),
    problem({ reason: "repeated", column: null, field: null, value: "" }),
  ];
  expect(errorLine({ line: 12, cells: ["Acme", "soon", "extra"], problems }, words)).toEqual([
    "12",
    "Close date: no notADate (soon); stage: no missing; no repeated",
    "Acme",
    "soon",
    "extra",
  ]);
});

test.each(["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1"])("%s runs in no spreadsheet", (text) => {
  expect(harmlessCell(text)).toBe(`'${text}`);
  expect(errorLine({ line: 2, cells: [text], problems: [] }, words)[2]).toBe(`'${text}`);
});

test.each(["-12.50", "1.5", "Müller", ""])("%s stays as it is", (text) => {
  expect(harmlessCell(text)).toBe(text);
});

test("half a letter, which no database keeps, is seen as one that cannot be read", () => {
  expect(keptCell("a\uD83D")).toBe("a\uFFFD");
  expect(keptCell("a🙂")).toBe("a🙂");
});
