import { dateShape } from "./dates";
import { addDecimal } from "./decimals";
import { noEvidence } from "./evidence";

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a file is written. `headerLine` is null where no row names the columns; `above` counts rows before the header. */
export type Dialect = {
  readonly delimiter: Delimiter;
  readonly headerLine: number | null;
  readonly headers: readonly string[];
  readonly above: number;
};

/** A row of a sample, with the line it begins on. */
export type SampleRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * Splits the beginning of a file into rows as RFC 4180 has it, forgiving a quote in the middle of a cell. Blank lines are left
 * out, and the last row where the sample may have cut it.
 */
export function splitSample(text: string, delimiter: string, { isWhole }: { isWhole: boolean }): SampleRow[] {
  const rows: SampleRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begins = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== "") rows.push({ line: begins, cells });
    cells = [];
    cell = "";
    begins = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    const isBreak = letter === "\n" || (letter === "\r" && text[at + 1] !== "\n");
    if (isBreak) line += 1;
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += letter;
      at += 1;
    } else if (quoted && letter === '"') quoted = false;
    else if (quoted) cell += letter;
    else if (letter === '"' && cell === "") quoted = true;
    else if (letter === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (isBreak) endRow();
    else if (letter !== "\r") cell += letter;
  }
  if (isWhole) endRow();
  return rows;
}

function mostCommonWidth(rows: readonly SampleRow[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? { width: best[0], share: best[1] / rows.length } : { width: 0, share: 0 };
}

function looksLikeData(cell: string): boolean {
  const number = noEvidence(2);
  addDecimal(number, cell.trim(), 0);
  return number.readable > 0 || dateShape(cell.trim()) !== null || cell.includes("@");
}

const searched = 20;

/** The row that names the columns: the one with most known words, else the first full row that holds no data. */
function headerOf(
  rows: readonly SampleRow[],
  isKnown: (header: string) => boolean,
): { row: SampleRow | null; known: number } {
  const top = rows.slice(0, searched);
  const known = top.map(({ cells }) => new Set(cells.filter((cell) => isKnown(cell))).size);
  const most = Math.max(0, ...known);
  if (most >= 2 || (most === 1 && known[0] === 1)) return { row: top[known.indexOf(most)] ?? null, known: most };
  const { width } = mostCommonWidth(rows);
  const row = top.find(({ cells }) => cells.length >= width) ?? null;
  return { row: row?.cells.some(looksLikeData) ? null : row, known: most };
}

/**
 * How a file is written, by its beginning. `isKnown` says whether a text is a name some column is known by: the best sign of a
 * header. Otherwise the delimiter that cuts the rows into the most columns, evenly, wins.
 */
export function findDialect(text: string, isWhole: boolean, isKnown: (header: string) => boolean): Dialect {
  const candidates = delimiters.map((delimiter) => {
    const rows = splitSample(text, delimiter, { isWhole });
    const { width, share } = mostCommonWidth(rows);
    const header = headerOf(rows, isKnown);
    const fits = (header.row ?? rows[0])?.cells.length === width ? 1 : 0.5;
    return { delimiter, rows, header, score: share * Math.max(0, width - 1) * fits };
  });
  const [best] = candidates.toSorted((a, b) => b.header.known - a.header.known || b.score - a.score);
  return best ? dialectOf(best.delimiter, best.rows, best.header.row) : dialectOf(",", [], null);
}

/** The dialect for a delimiter and header that a person chose: line 0 is "no header". */
export function chosenDialect(text: string, isWhole: boolean, delimiter: Delimiter, headerLine: number): Dialect {
  const rows = splitSample(text, delimiter, { isWhole });
  return dialectOf(delimiter, rows, rows.find(({ line }) => line === headerLine) ?? null);
}

function dialectOf(delimiter: Delimiter, rows: readonly SampleRow[], header: SampleRow | null): Dialect {
  const { width } = mostCommonWidth(rows);
  const headers = header ? trimEnd(header.cells) : Array.from({ length: width }, () => "");
  return { delimiter, headerLine: header?.line ?? null, headers, above: header ? rows.indexOf(header) : 0 };
}

/** Spreadsheets leave delimiters behind the last column. */
function trimEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1).map((cell) => cell.trim());
}
