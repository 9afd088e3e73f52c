import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/ui/data-table/data-table";
import { formatDay, formatMoney } from "@/ui/format/format";
import type { DealRow } from "../queries/list-deals";
import { DealStageChip, DealStatusChip } from "./deal-status-chip";

type Props = {
  rows: readonly DealRow[];
  /** The address of a deal for this reader. */
  base: string;
  side: "partner" | "vendor";
  zone: string;
  label: string;
  empty: ReactNode;
};

/** A list of deals: customer first, then what it is about, where it stands and the date that matters now. */
export function DealRows({ rows, base, side, zone, label, empty }: Props) {
  const t = useTranslations("channel.deals");
  const locale = useLocale();
  const dayIn = (date: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(date);
  return (
    <DataTable
      label={label}
      keyboard
      empty={empty}
      columns={[
        { id: "customer", header: t("columns.customer") },
        { id: "number", header: t("columns.number"), hide: "phone" },
        ...(side === "vendor" ? [{ id: "partner", header: t("columns.partner"), hide: "phone" as const }] : []),
        { id: "product", header: t("columns.product"), hide: "tablet" },
        { id: "amount", header: t("columns.amount"), align: "end" as const },
        { id: "status", header: t("columns.status") },
        { id: "stage", header: t("columns.stage"), hide: "phone" },
        { id: "when", header: t("columns.when"), hide: "phone" },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        href: `${base}/${row.id}`,
        label: row.customer ? `${row.customer}, ${row.number}` : row.number,
        cells: {
          customer: row.customer || t("unnamed"),
          number: row.number,
          partner: row.partner,
          product: row.productLine ?? "–",
          amount: amountOf(row),
          status: <DealStatusChip status={row.status} side={side} />,
          stage: row.status === "draft" ? "–" : <DealStageChip stage={row.stage} />,
          when: when(row),
        },
      }))}
    />
  );

  function amountOf(row: DealRow): string {
    const amount = row.wonAmount ?? row.amount;
    return amount ? formatMoney(amount, locale) : "–";
  }

  function when(row: DealRow): string {
    if (row.wonOn) return t("when.won", { day: formatDay(row.wonOn, locale, { year: true }) });
    if (row.status === "approved" && row.protectedThrough)
      return t("when.protected", { day: formatDay(row.protectedThrough, locale, { year: true }) });
    const date = row.dueAt ?? row.createdAt;
    // A day in the reader's zone, written the way days are kept.
    const day = formatDay(dayIn(date) as Parameters<typeof formatDay>[0], locale, { year: true });
    return t(row.dueAt ? "when.due" : "when.created", { day });
  }
}
