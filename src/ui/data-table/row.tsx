import NextLink from "next/link";
import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import { hiding } from "@/ui/data-table/head";
import type { DataTableColumn, DataTableRow } from "@/ui/data-table/types";
import type { Tone } from "@/ui/tone";

const tones: Record<Tone, string> = {
  positive: "[--row:var(--color-positive-soft)]",
  warning: "[--row:var(--color-warning-soft)]",
  critical: "[--row:var(--color-critical-soft)]",
  info: "[--row:var(--color-info-soft)]",
  neutral: "[--row:var(--color-sunken)]",
};

type RowProps = { row: DataTableRow; current: boolean; chosen: boolean; children: ReactNode };

/** A line of 40 px on a desk; on a phone a card: name and amount, and below them the rest. */
export function Row({ row, current, chosen, children }: RowProps) {
  return (
    <tr
      aria-current={current ? "true" : undefined}
      className={classes(
        // The colour of a row reaches beyond its hairlines, so that it does not touch the text.
        "relative scroll-my-24 bg-(--row) shadow-[-0.5rem_0_0_var(--row),0.5rem_0_0_var(--row)]",
        "card:flex card:flex-wrap card:items-baseline card:gap-x-3 card:gap-y-0.5 card:border-b card:border-line card:py-2.5",
        // Nothing but the end of line one: as wide as the card, between the amount and the rest.
        "card:before:order-3 card:before:basis-full",
        current || chosen ? "[--row:var(--color-selected)]" : "hover:[--row:var(--color-hover)]",
        !current && !chosen && (row.tone ? tones[row.tone] : "[--row:transparent]"),
      )}
    >
      {children}
    </tr>
  );
}

const cellBase = "h-10 border-b border-line py-2 pe-4 last:pe-0 card:h-auto card:border-0 card:p-0";

/** The cell that names the row. Its link covers the whole row. */
export function MainCell({
  row,
  onCurrent,
  column,
  children,
}: {
  row: DataTableRow;
  onCurrent: () => void;
  column: DataTableColumn;
  children: ReactNode;
}) {
  return (
    <th
      scope="row"
      className={classes(
        cellBase,
        "font-strong card:order-1 card:min-w-0 card:flex-1",
        column.align === "end" && "figures text-end",
      )}
    >
      <NextLink
        href={row.href}
        prefetch={false}
        data-row={row.id}
        aria-label={row.label}
        // Not for a press of the pointer: a preview that opens between press and release would move the row away from under it.
        onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && onCurrent()}
        className="wrap-anywhere underline-offset-3 outline-hidden after:absolute after:-inset-x-2 after:inset-y-0 after:rounded-sm after:-outline-offset-2 after:outline-focus hover:underline focus-visible:after:outline-2"
      >
        {children}
      </NextLink>
    </th>
  );
}

/** A cell that follows; links and buttons in it lie above the link of the row. */
export function Cell({ column, lead, children }: { column: DataTableColumn; lead: boolean; children: ReactNode }) {
  return (
    <td
      data-label={`${column.header}: `}
      className={classes(
        cellBase,
        "empty:card:hidden [&_a]:relative [&_a]:z-1 [&_button]:relative [&_button]:z-1",
        // The head of the column is not there on a phone; who listens still hears it.
        "card:before:sr-only card:before:content-[attr(data-label)]",
        lead ? "card:order-2" : "card:order-4 card:text-xs card:text-ink-2",
        column.align === "end" && "figures whitespace-nowrap not-card:text-end",
        column.oneLine && (column.oneLine === "wide" ? "not-tight:whitespace-nowrap" : "whitespace-nowrap"),
        column.hide && hiding[column.hide],
      )}
    >
      {children}
    </td>
  );
}
