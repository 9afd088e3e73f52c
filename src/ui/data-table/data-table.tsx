"use client";

import { createColumnHelper, metaHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo, useRef } from "react";
import { HeadCell } from "@/ui/data-table/head";
import { Cell, MainCell, Row } from "@/ui/data-table/row";
import type { DataTableColumn, DataTableRow } from "@/ui/data-table/types";
import { useRowKeys } from "@/ui/data-table/use-row-keys";

// The server sorts, filters and pages: the table needs no feature beyond its rows and columns.
const features = tableFeatures({ columnMeta: metaHelper<DataTableColumn>() });
const helper = createColumnHelper<typeof features, DataTableRow>();

export type DataTableProps = {
  /** What the rows are, for who cannot see the title of the page. */
  label: string;
  columns: DataTableColumn[];
  rows: DataTableRow[];
  /** What stands here when there are no rows. */
  empty: ReactNode;
  /** j, k and Enter; for the one list of a page. */
  keyboard?: boolean;
  /** The name of the pane that shows the current row, where rows have a preview. */
  previewLabel?: string;
};

export function DataTable({ label, columns, rows, empty, keyboard = false, previewLabel }: DataTableProps) {
  const element = useRef<HTMLTableElement>(null);
  const { current, setCurrent } = useRowKeys(element, keyboard);
  const chosen = useChosen(rows, current);
  const definitions = useMemo(
    () =>
      columns.map((column) =>
        helper.display({
          id: column.id,
          header: column.header,
          meta: column,
          cell: ({ row }) => row.original.cells[column.id],
        }),
      ),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data: rows, getRowId: (row) => row.id });

  if (rows.length === 0) return empty;
  const main = (columns.find((column) => column.main) ?? columns[0])?.id;
  const lead = columns.find((column) => column.align === "end" && column.id !== main && column.hide === undefined)?.id;
  const body = (
    <table
      ref={element}
      aria-label={label}
      aria-keyshortcuts={keyboard ? "j k" : undefined}
      className="w-full border-separate border-spacing-0 card:block"
    >
      <thead className="card:hidden">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const column = header.column.columnDef.meta;
              if (!column) return null;
              return (
                <HeadCell key={header.id} column={column}>
                  <table.FlexRender header={header} />
                </HeadCell>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody className="card:block">
        {table.getRowModel().rows.map((row) => (
          <Row key={row.id} row={row.original} current={keyboard && row.id === (previewLabel ? chosen?.id : current)}>
            {row.getAllCells().map((cell) => {
              const column = cell.column.columnDef.meta;
              if (!column) return null;
              return column.id === main ? (
                <MainCell key={cell.id} row={row.original} column={column} onCurrent={() => setCurrent(row.id)}>
                  <table.FlexRender cell={cell} />
                </MainCell>
              ) : (
                <Cell key={cell.id} column={column} lead={column.id === lead}>
                  <table.FlexRender cell={cell} />
                </Cell>
              );
            })}
          </Row>
        ))}
      </tbody>
    </table>
  );
  if (!previewLabel) return <div className="@container/rows">{body}</div>;
  return (
    <div className="grid gap-x-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="@container/rows min-w-0">{body}</div>
      <aside
        aria-label={previewLabel}
        className="sticky top-top hidden max-h-[calc(100dvh-var(--spacing-top))] self-start overflow-y-auto border-s border-line ps-6 xl:block print:hidden"
      >
        {/* A pane of its own for each row, so that nothing typed or opened in one is left for the next. */}
        <div key={chosen?.id}>{chosen?.preview}</div>
      </aside>
    </div>
  );
}

/** The row that is current; when it leaves the list the one in its place, and at first the first. */
function useChosen(rows: readonly DataTableRow[], current: string | undefined): DataTableRow | undefined {
  const place = useRef(0);
  const at = rows.findIndex((row) => row.id === current);
  if (at >= 0) place.current = at;
  return rows[Math.min(place.current, rows.length - 1)];
}
