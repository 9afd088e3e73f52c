import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayOf } from "@/kernel/dates";
import { DataTable } from "@/ui/data-table/data-table";
import { formatDay, formatDayTime, formatMoney } from "@/ui/format/format";
import type { DealRow } from "../queries/list-deals";
import { DealStageChip, DealStatusChip } from "./deal-status-chip";

type Props = {
  rows: readonly DealRow[];
  /** The address of a deal for this reader. */
  base: string;
  side: "partner" | "vendor";
  zone: string;
  label: string;
  /** Columns that would say the same in every row. */
  without?: readonly string[];
  empty: ReactNode;
};

/** A list of deals: customer first, then what it is about, where it stands and the date that matters now. */
export function DealRows({ rows, base, side, zone, label, without = [], empty }: Props) {
  const t = useTranslations("deals.rows");
  const say = useTranslations("deals.lossReason");
  const locale = useLocale();
  return (
    <DataTable
      label={label}
      keyboard
      empty={empty}
      columns={[
        { id: "customer", header: t(side === "partner" ? "customer" : "customerAccount") },
        { id: "number", header: t("number"), hide: "phone" as const, oneLine: true },
        ...(side === "vendor"
          ? [{ id: "partner", header: t("partner"), hide: "phone" as const, oneLine: "wide" as const }]
          : []),
        { id: "product", header: t("product"), hide: "tablet" as const, oneLine: true },
        { id: "amount", header: t("amount"), align: "end" as const },
        { id: "status", header: t("status") },
        { id: "stage", header: t("stage"), hide: "tablet" as const },
        { id: "when", header: t("when"), oneLine: "wide" as const },
      ].filter(({ id }) => !without.includes(id))}
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
          status: <DealStatusChip status={row.status} side={side} imported={row.imported} />,
          stage: isSale(row) ? <DealStageChip stage={row.stage} /> : "–",
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
    if (row.wonOn) return t(row.winConfirmed ? "won" : "wonReported", { day: day(row.wonOn) });
    if (row.lostOn) return t("lost", { day: day(row.lostOn), reason: row.lostReason ? say(row.lostReason) : "" });
    if (row.status === "approved" && row.protectedThrough) return t("protected", { day: day(row.protectedThrough) });
    if (hasEnded(row) && row.protectedThrough) return t("ended", { day: day(row.protectedThrough) });
    if (row.dueAt) return t("due", { when: formatDayTime(row.dueAt, locale, zone) });
    return row.submittedAt
      ? t("submitted", { day: day(dayOf(row.submittedAt, zone)) })
      : t("created", { day: day(dayOf(row.createdAt, zone)) });
  }

  function day(value: Parameters<typeof formatDay>[0]): string {
    return formatDay(value, locale, { year: true });
  }
}

/** What was protected and is not any more, for whatever reason. */
function hasEnded({ status }: DealRow): boolean {
  return status === "expired" || status === "released" || status === "revoked";
}

/** A sale is under way once the registration was approved; before, its stage says nothing. */
function isSale({ status, stage }: DealRow): boolean {
  return status === "approved" || status === "expired" || stage === "won" || stage === "lost";
}
