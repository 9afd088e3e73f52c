import type { Problem } from "./preset";

/** The longest text a cell may hold. What is longer is kept one letter longer than that, so that it is seen to be. */
export const longestCell = 10_000;

/** A cell as it is kept: at most as long as it may be, without the letters no database keeps. */
export function keptCell(cell: string): string {
  return cell
    .slice(0, longestCell + 1)
    .toWellFormed()
    .replaceAll("\u0000", "\uFFFD");
}

// A spreadsheet would run these when somebody opens an export; a signed number is none of them.
const formula = /^(?:[=@\t\r]|[+-](?![\d.,\s]*$))/;

/** A cell as it is written into a file that people open in a spreadsheet: what would run there is made text. */
export function harmlessCell(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function excerpt(cell: string): string {
  return cell.length > 80 ? `${cell.slice(0, 80)}…` : cell;
}

/** What is wrong with a row as such: cells too few or too many, too long, undecodable, or that a spreadsheet would run. */
export function cellProblems(headers: readonly string[], cells: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const surplus = cells.slice(headers.length).some((cell) => cell.trim() !== "");
  if (cells.length < headers.length || surplus) {
    problems.push({
      reason: cells.length < headers.length ? "tooFewCells" : "tooManyCells",
      severity: "error",
      field: null,
      column: null,
      value: excerpt(cells.join(" ")),
      params: { expected: headers.length, found: cells.length },
    });
  }
  for (const [index, cell] of cells.entries()) {
    const about = { field: null, column: headers[index] ?? null, value: excerpt(cell) };
    if (cell.length > longestCell)
      problems.push({ reason: "tooLong", severity: "error", ...about, params: { most: longestCell } });
    if (cell.includes("\uFFFD")) problems.push({ reason: "undecodable", severity: "error", ...about });
    if (formula.test(cell)) problems.push({ reason: "formula", severity: "warning", ...about });
  }
  return problems;
}
