import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Side } from "@/kernel/actor";
import { shownColumns } from "@/kernel/list";
import { DataTable } from "@/ui/data-table/data-table";
import type { DataTableColumn, DataTableRow } from "@/ui/data-table/types";
import { type DealColumn, dealList } from "../list";
import type { DealRow } from "../queries/list-deals";
import { DealStageChip, DealStatusChip } from "./deal-status-chip";
import { dealHead, dealText, isSale } from "./deal-words";

type Props = {
  rows: readonly DealRow[];
  /** The address of a deal for this reader. */
  base: string;
  side: Side;
  zone: string;
  label: string;
  /** Those the reader chose; else the usual ones. */
  columns?: readonly DealColumn[];
  /** The orders the heads offer, where the list can be sorted. */
  sorts?: Readonly<Record<string, DataTableColumn["sort"]>>;
  /** Columns that would say the same in every row. */
  without?: readonly DealColumn[];
  empty: ReactNode;
  /** What acts on the rows somebody chooses, and what each allows. */
  bulk?: ReactNode;
  chooses?: (row: DealRow) => DataTableRow["choose"];
};

const looks: Partial<Record<DealColumn, Omit<DataTableColumn, "id" | "header">>> = {
  number: { hide: "phone", oneLine: true },
  partner: { hide: "phone", oneLine: "wide" },
  product: { hide: "tablet", oneLine: true },
  amount: { align: "end" },
  stage: { hide: "tablet" },
  when: { oneLine: "wide" },
};

/** A list of deals: customer first, then what it is about, where it stands and the date that matters now. */
export function DealRows(props: Props) {
  const { rows, base, side, zone, label, columns, sorts = {}, without = [], empty, bulk, chooses } = props;
  const t = useTranslations("deals");
  const locale = useLocale();
  const reading = { t, locale, zone, side };
  const shown = shownColumns(dealList(side), { columns })
    .map(({ id }) => id)
    .filter((id) => !without.includes(id));
  return (
    <DataTable
      label={label}
      keyboard
      empty={empty}
      bulk={bulk}
      columns={shown.map((id) => ({
        id,
        header: dealHead(id, reading),
        // A column somebody asked for is not left out where there is room for it below the others.
        ...(looks[id] ?? { oneLine: "wide" }),
        ...(columns && { hide: undefined }),
        sort: sorts[id],
      }))}
      rows={rows.map((row) => ({
        id: row.id,
        href: `${base}/${row.id}`,
        label: row.customer ? `${row.customer}, ${row.number}` : row.number,
        choose: chooses?.(row),
        cells: Object.fromEntries(shown.map((id) => [id, cell(id, row)])),
      }))}
    />
  );

  function cell(id: DealColumn, row: DealRow): ReactNode {
    if (id === "status") return <DealStatusChip status={row.status} side={side} imported={row.imported} />;
    if (id === "stage" && isSale(row)) return <DealStageChip stage={row.stage} />;
    return dealText(id, row, reading) || "–";
  }
}
