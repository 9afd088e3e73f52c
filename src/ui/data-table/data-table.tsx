"use client";

import { createColumnHelper, metaHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import { ChooseCell, ChoosePage, choosable } from "@/ui/data-table/choose-row";
import { HeadCell } from "@/ui/data-table/head";
import { Cell, MainCell, Row } from "@/ui/data-table/row";
import { SelectionAround, useSelection } from "@/ui/data-table/selection";
import type { DataTableColumn, DataTableRow } from "@/ui/data-table/types";
import { useRowKeys } from "@/ui/data-table/use-row-keys";

// The server sorts, filters and pages: the table needs no feature beyond its rows and columns.
const features = tableFeatures({ columnMeta: metaHelper<DataTableColumn>() });
const helper = createColumnHelper<typeof features, DataTableRow>();

const mostNames = 12;

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
  /** What acts on the rows somebody chooses; it stands below the table while there are any. */
  bulk?: ReactNode;
};

export function DataTable(props: DataTableProps) {
  return (
    <SelectionAround>
      <Table {...props} />
    </SelectionAround>
  );
}

function Table({ label, columns, rows, empty, keyboard = false, previewLabel, bulk }: DataTableProps) {
  const element = useRef<HTMLTableElement>(null);
  const selection = useSelection();
  const { current, setCurrent } = useRowKeys(element, keyboard, (ids, how) => {
    if (!bulk) return;
    const next = new Map(selection.chosen);
    for (const row of rows.filter(({ id }) => ids.includes(id)).map(choosable)) {
      if (row && how === "toggle" && next.delete(row.id)) continue;
      if (row) next.set(row.id, row);
    }
    selection.choose(next.values());
  });
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
            {bulk && <ChoosePage rows={rows} />}
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
          <Row
            key={row.id}
            row={row.original}
            current={keyboard && row.id === (previewLabel ? chosen?.id : current)}
            chosen={selection.chosen.has(row.id)}
          >
            {bulk && <ChooseCell row={row.original} />}
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
  const list = (
    <div className="@container/rows min-w-0">
      {body}
      {bulk}
    </div>
  );
  if (!previewLabel) return list;
  return (
    <div className="grid gap-x-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
      {list}
      <aside
        aria-label={previewLabel}
        className="sticky top-top hidden max-h-[calc(100dvh-var(--spacing-top))] self-start overflow-y-auto border-s border-line ps-6 xl:block print:hidden"
      >
        {/* A pane of its own for each row, so that nothing typed or opened in one is left for the next. */}
        {selection.chosen.size > 0 ? <ChosenNames /> : <div key={chosen?.id}>{chosen?.preview}</div>}
      </aside>
    </div>
  );
}

/** Stands in the pane while rows are chosen, so that its buttons and theirs are never there together. */
function ChosenNames() {
  const t = useTranslations("ui.table");
  const names = [...useSelection().chosen.values()];
  return (
    <>
      <p className="text-ink-2">{t("chosen", { count: names.length })}</p>
      <ul className="mt-2">
        {names.slice(0, mostNames).map(({ id, label }) => (
          <li key={id} className="border-b border-line py-2 wrap-anywhere">
            {label}
          </li>
        ))}
      </ul>
      {names.length > mostNames && <p className="py-2 text-ink-2">{t("more", { count: names.length - mostNames })}</p>}
    </>
  );
}

/** The row that is current; when it leaves the list the one in its place, and at first the first. */
function useChosen(rows: readonly DataTableRow[], current: string | undefined): DataTableRow | undefined {
  const place = useRef(0);
  const at = rows.findIndex((row) => row.id === current);
  if (at >= 0) place.current = at;
  return rows[Math.min(place.current, rows.length - 1)];
}
