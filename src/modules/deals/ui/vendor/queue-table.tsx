import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/ui/data-table/data-table";
import type { DataTableRow } from "@/ui/data-table/types";
import { EmptyState } from "@/ui/empty-state";
import { dueWords, formatMoney, zoneName } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import type { DealRow } from "../../queries/list-deals";

/** A deal with the business minutes left, and what stands beside the list while it is chosen. */
export type QueueRow = DealRow & {
  readonly left: number;
  readonly preview: ReactNode;
  readonly choose: DataTableRow["choose"];
};
type Props = {
  rows: readonly QueueRow[];
  now: Date;
  zone: string;
  withReviewer: boolean;
  /** What acts on the rows somebody chooses. */
  bulk: ReactNode;
};

const soonMinutes = 8 * 60;

/** Registrations that wait for a person, the most urgent first. */
export function QueueTable({ rows, now, zone, withReviewer, bulk }: Props) {
  const t = useTranslations("channel");
  const reason = useTranslations("deals.reason");
  const locale = useLocale();
  return (
    <DataTable
      label={t("decide.title")}
      keyboard
      previewLabel={t("preview.label")}
      bulk={bulk}
      empty={<EmptyState title={t("decide.empty")} text={t("decide.emptyText")} />}
      columns={[
        { id: "customer", header: t("decide.columns.customer") },
        { id: "due", header: t("decide.columns.due", { zone: zoneName(now, locale, zone) }) },
        { id: "left", header: t("decide.columns.left"), align: "end", hide: "tablet", oneLine: true },
        { id: "partner", header: t("decide.columns.partner"), hide: "phone" },
        { id: "amount", header: t("decide.columns.amount"), align: "end" },
        { id: "why", header: t("decide.columns.why"), hide: "phone" },
        ...(withReviewer ? [{ id: "reviewer", header: t("decide.columns.reviewer"), hide: "tablet" as const }] : []),
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        href: `/channel/deals/${row.id}`,
        label: `${row.customer}, ${row.number}`,
        preview: row.preview,
        choose: row.choose,
        cells: {
          customer: row.customer,
          due: <Due row={row} now={now} zone={zone} />,
          left: row.left > 0 ? t("clock.leftShort", { hours: Math.round(row.left / 60) }) : "",
          number: row.number,
          partner: row.partner,
          amount: row.amount ? formatMoney(row.amount, locale) : "–",
          why: row.reviewReason && reason.has(row.reviewReason) ? reason(row.reviewReason) : "–",
          reviewer: row.reviewer ?? "–",
        },
      }))}
    />
  );
}

function Due({ row, now, zone }: { row: QueueRow; now: Date; zone: string }) {
  const t = useTranslations("channel");
  const locale = useLocale();
  if (!row.dueAt) return null;
  const late = row.dueAt <= now;
  const ink = late
    ? "text-critical-ink font-strong"
    : row.left <= soonMinutes
      ? "text-warning-ink font-strong"
      : "text-ink-2";
  const words = dueWords(row.dueAt, now, zone, locale, { today: t("clock.today"), tomorrow: t("clock.tomorrow") });
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${ink}`}>
      <Icon name={late ? "circle-alert" : "timer"} size="sm" />
      {late ? t("decide.overdue") : words}
    </span>
  );
}
