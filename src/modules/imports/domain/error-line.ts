import { harmlessCell } from "./cells";
import type { Problem } from "./preset";

/** What is wrong with a row, one sentence after the other: "amount: not an amount (much)". */
export function reasonsText(problems: readonly Problem[], words: (problem: Problem) => string): string {
  return problems
    .filter(({ severity }) => severity === "error")
    .map((problem) => {
      const where = problem.column ?? problem.field;
      return `${where ? `${where}: ` : ""}${words(problem)}${problem.value ? ` (${problem.value})` : ""}`;
    })
    .join("; ");
}

/**
 * A line of the error file: the line in the file, what is wrong, and the row as it stands there. Nothing in it runs in a
 * spreadsheet.
 */
export function errorLine(
  row: { readonly line: number; readonly cells: readonly string[]; readonly problems: readonly Problem[] },
  words: (problem: Problem) => string,
): string[] {
  return [String(row.line), harmlessCell(reasonsText(row.problems, words)), ...row.cells.map(harmlessCell)];
}
