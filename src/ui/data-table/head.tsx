import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import type { DataTableColumn } from "@/ui/data-table/types";
import { Glyph } from "@/ui/glyph";

export const hiding = { phone: "card:hidden", tablet: "tight:hidden" };

/** The head of a column; the server sorts, so sorting is a link. */
export function HeadCell({ column, children }: { column: DataTableColumn; children: ReactNode }) {
  const { sort, align, hide, width } = column;
  const Arrow = sort?.direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction}
      style={width ? { inlineSize: width } : undefined}
      className={classes(
        "sticky top-[var(--table-top,var(--spacing-top))] z-2 h-8 border-b border-line bg-surface pe-4 text-xs font-normal whitespace-nowrap text-ink-3 first:shadow-[-0.5rem_0_0_var(--color-surface)] last:pe-0 last:shadow-[0.5rem_0_0_var(--color-surface)] print:static",
        align === "end" && "text-end",
        hide && hiding[hide],
      )}
    >
      {sort ? (
        <NextLink
          href={sort.href}
          scroll={false}
          prefetch={false}
          className={classes(
            "inline-flex h-8 items-center gap-1 hover:text-ink hover:underline hover:underline-offset-3",
            sort.direction && "text-ink",
          )}
        >
          {children}
          {sort.direction && <Glyph shape={Arrow} size="sm" />}
        </NextLink>
      ) : (
        children
      )}
    </th>
  );
}
