"use client";

import { useTranslations } from "next-intl";
import { type ChosenRow, useSelection } from "@/ui/data-table/selection";
import type { DataTableRow } from "@/ui/data-table/types";

/** A row as it is chosen; null for one that allows nothing. */
export function choosable({ id, label, choose }: DataTableRow): ChosenRow | null {
  return choose && choose.can.length > 0 ? { id, label, ...choose } : null;
}

/** Chooses a row or leaves it out again; `on` where it is to be chosen whatever it was. */
export function useToggle(): (row: ChosenRow, on?: boolean) => void {
  const { chosen, choose } = useSelection();
  return (row, on = !chosen.has(row.id)) => {
    const next = new Map(chosen);
    if (on) next.set(row.id, row);
    else next.delete(row.id);
    choose(next.values());
  };
}

const box = "relative z-1 -ms-2 inline-grid size-8 place-items-center";

/** The box that chooses a row; it lies above the link of the row. */
export function ChooseCell({ row }: { row: DataTableRow }) {
  const t = useTranslations("ui.table");
  const { chosen } = useSelection();
  const toggle = useToggle();
  const offered = choosable(row);
  return (
    <td className="w-9 border-b border-line py-1 card:order-0 card:-my-1 card:w-auto card:border-0 card:p-0 empty:card:hidden print:hidden">
      {offered && (
        <label className={box}>
          <input
            type="checkbox"
            aria-label={t("choose", { row: row.label })}
            checked={chosen.has(row.id)}
            onChange={() => toggle(offered)}
            className="size-4 accent-accent"
          />
        </label>
      )}
    </td>
  );
}

/** The box in the head: all rows of the page, or none. */
export function ChoosePage({ rows }: { rows: readonly DataTableRow[] }) {
  const t = useTranslations("ui.table");
  const { chosen, choose } = useSelection();
  const offered = rows.map(choosable).filter((row) => row !== null);
  const here = offered.filter(({ id }) => chosen.has(id));
  const all = here.length > 0 && here.length === offered.length;
  return (
    <td className="sticky top-[var(--table-top,var(--spacing-top))] z-2 h-8 w-9 border-b border-line bg-surface shadow-[-0.5rem_0_0_var(--color-surface)] print:hidden">
      {offered.length > 0 && (
        <label className={box}>
          <input
            type="checkbox"
            aria-label={t("choosePage")}
            checked={all}
            ref={(element) => {
              if (element) element.indeterminate = here.length > 0 && !all;
            }}
            onChange={() => choose(all ? [] : [...chosen.values(), ...offered])}
            className="size-4 accent-accent"
          />
        </label>
      )}
    </td>
  );
}
