import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { daysBetween, type PlainDate } from "@/kernel/dates";
import { classes } from "@/ui/classes";
import { DataTable } from "@/ui/data-table/data-table";
import { EmptyState } from "@/ui/empty-state";
import { formatDay, formatMoney } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import type { Ending } from "../../queries/ending-deals";
import type { DealRow } from "../../queries/list-deals";
import { DealStageChip } from "../deal-status-chip";

/** A protected deal with what is known about its end, and what stands beside the list while it is chosen. */
export type EndingRow = DealRow & { readonly ending: Ending | null; readonly preview: ReactNode };
type Props = { rows: readonly EndingRow[]; today: PlainDate };

/** Protections of open sales, the next to end first. */
export function EndingTable({ rows, today }: Props) {
  const t = useTranslations("channel.expiring");
  const locale = useLocale();
  return (
    <DataTable
      label={t("title")}
      keyboard
      previewLabel={t("preview")}
      empty={<EmptyState title={t("empty")} text={t("emptyText")} />}
      columns={[
        { id: "customer", header: t("columns.customer") },
        { id: "ends", header: t("columns.ends"), oneLine: "wide" },
        { id: "partner", header: t("columns.partner") },
        { id: "amount", header: t("columns.amount"), align: "end" },
        { id: "stage", header: t("columns.stage") },
        { id: "close", header: t("columns.close"), hide: "tablet", oneLine: true },
        { id: "more", header: t("columns.more"), hide: "tablet" },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        href: `/channel/deals/${row.id}`,
        label: `${row.customer}, ${row.number}`,
        preview: row.preview,
        cells: {
          customer: row.customer,
          ends: row.protectedThrough && <Ends day={row.protectedThrough} today={today} />,
          partner: row.partner,
          amount: row.amount ? formatMoney(row.amount, locale) : "–",
          stage: <DealStageChip stage={row.stage} />,
          close: row.expectedClose ? formatDay(row.expectedClose, locale, { year: true }) : "–",
          more: more(row.ending),
        },
      }))}
    />
  );

  function more(ending: Ending | null): ReactNode {
    if (ending?.asked)
      return (
        <b className="font-strong text-info-ink">{t("asked", { day: formatDay(ending.asked.through, locale) })}</b>
      );
    return ending?.granted ? t("extended", { times: ending.granted }) : "–";
  }
}

function Ends({ day, today }: { day: PlainDate; today: PlainDate }) {
  const t = useTranslations("channel.expiring");
  const locale = useLocale();
  const days = daysBetween(today, day);
  const ink = days < 0 ? "text-critical-ink font-strong" : days <= 7 ? "text-warning-ink font-strong" : "text-ink-2";
  return (
    <span className={classes("inline-flex gap-1.5 whitespace-nowrap", ink)}>
      <Icon name={days <= 7 ? "circle-alert" : "hourglass"} size="sm" className="mt-0.75" />
      <span>
        {formatDay(day, locale)} <span className="block text-xs font-normal">{t("left", { days })}</span>
      </span>
    </span>
  );
}
