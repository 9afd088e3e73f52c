import { addDate, type DateEvidence } from "./dates";
import { addDecimal, decimalMarks } from "./decimals";
import { type Evidence, noEvidence } from "./evidence";

/** What one column of a file holds, as seen while it streamed by. Plain data, stored with the import. */
export type ColumnProfile = {
  readonly header: string;
  readonly filled: number;
  readonly empty: number;
  /** Its first different values, cut to a readable length. */
  readonly samples: readonly string[];
  readonly dates: readonly DateEvidence[];
  readonly decimals: Evidence;
};

const mostSamples = 5;
const sampleLength = 80;
// Nothing longer is a date or an amount.
const longestValue = 40;

/** Whitespace around a cell never means anything. */
export function trimCell(cell: string): string {
  return cell.normalize("NFC").trim();
}

/** Watches the rows of a file; `profiles` says what was seen so far. */
export function watchColumns(headers: readonly string[]) {
  const columns = headers.map((header) => ({
    header,
    filled: 0,
    empty: 0,
    samples: [] as string[],
    dates: [] as DateEvidence[],
    decimals: noEvidence(decimalMarks.length),
  }));
  return {
    add(cells: readonly string[], line: number): void {
      for (const [index, column] of columns.entries()) {
        const value = trimCell(cells[index] ?? "");
        if (value === "") {
          column.empty += 1;
          continue;
        }
        column.filled += 1;
        const sample = value.slice(0, sampleLength);
        if (column.samples.length < mostSamples && !column.samples.includes(sample)) column.samples.push(sample);
        if (value.length > longestValue) continue;
        addDate(column.dates, value, line);
        addDecimal(column.decimals, value, line);
      }
    },
    profiles: (): readonly ColumnProfile[] => columns,
  };
}
