import { stringify } from "csv-stringify/sync";
import { safeCell } from "@/kernel/list";

export type ExportColumn<Row> = { readonly head: string; readonly cell: (row: Row) => string };

/** A page of rows after a cursor, each in a transaction of its own, so that a slow reader of a long export holds none open. */
type Pages<Row> = (
  after: string | undefined,
) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>;

async function* lines<Row>(columns: readonly ExportColumn<Row>[], pageAfter: Pages<Row>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(stringify([columns.map(({ head }) => head)], { bom: true }));
  let after: string | undefined;
  do {
    const { rows, next } = await pageAfter(after);
    const records = rows.map((row) => columns.map(({ cell }) => safeCell(cell(row))));
    if (records.length > 0) yield encoder.encode(stringify(records));
    after = next ?? undefined;
  } while (after);
}

/** A list as CSV, all pages of it, sent as it is read. What a spreadsheet would run as a formula is marked as text. */
export function csvOf<Row>(name: string, columns: readonly ExportColumn<Row>[], pageAfter: Pages<Row>): Response {
  const source = lines(columns, pageAfter);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "no-store",
    },
  });
}
