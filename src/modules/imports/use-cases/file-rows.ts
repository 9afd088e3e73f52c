import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";
import { keptCell } from "../domain/cells";
import type { Dialect } from "../domain/dialect";

/** A row of a file and the line it begins on. */
export type FileRow = { readonly line: number; readonly cells: readonly string[] };

/** Why a file could not be read to its end: everything behind that line is lost in it. */
export type FileFault = { readonly reason: "quoteNeverCloses" | "rowTooLong"; readonly line: number };

export type ReadFile = { readonly rows: number; readonly blank: number; readonly fault: FileFault | null };

const batchSize = 1000;
const longestRow = 8 * 1024 * 1024;

/** The text of a file, with every line break as one letter: the parser counts lines by letters. */
async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  let held = "";
  for await (const chunk of createReadStream(path)) {
    const text = held + decoder.write(chunk);
    // The other half of a break may come with the next chunk.
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
  }
  yield held.replace("\r", "\n") + (decoder.end() ?? "");
}

type Parsed = { record: string[]; info: { lines: number } };

/** Streams the rows below the header, in batches; memory holds one batch, whatever the size of the file. */
export async function eachBatch(
  path: string,
  encoding: string,
  { delimiter, headerLine }: Dialect,
  take: (rows: readonly FileRow[]) => Promise<void>,
): Promise<ReadFile> {
  const parser = parse({
    delimiter,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: "\n",
    max_record_size: longestRow,
  });
  // The parser's iterator reports what goes wrong in any part of the pipeline.
  pipeline(textOf(path, encoding), parser, () => {});
  let batch: FileRow[] = [];
  let rows = 0;
  let blank = 0;
  let begins = 1;
  try {
    for await (const item of parser) {
      // The parser yields this shape with `info`; its types do not follow the option.
      const { record, info } = item as Parsed;
      const line = begins;
      begins = info.lines + 1;
      if (line <= (headerLine ?? 0)) continue;
      if (record.every((cell) => cell.trim() === "")) {
        blank += 1;
        continue;
      }
      rows += 1;
      batch.push({ line, cells: record.map(keptCell) });
      if (batch.length < batchSize) continue;
      await take(batch);
      batch = [];
    }
  } catch (error) {
    const reason = error instanceof CsvError ? faults[error.code] : undefined;
    if (!reason) throw error;
    return { rows, blank, fault: { reason, line: begins } };
  }
  if (batch.length > 0) await take(batch);
  return { rows, blank, fault: null };
}

const faults: Partial<{ [code in CsvError["code"]]: FileFault["reason"] }> = {
  CSV_QUOTE_NOT_CLOSED: "quoteNeverCloses",
  CSV_MAX_RECORD_SIZE: "rowTooLong",
};
