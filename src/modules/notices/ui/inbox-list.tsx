import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import { DataTable } from "@/ui/data-table/data-table";
import { formatDayTime, zoneName } from "@/ui/format/format";
import type { InboxRow } from "../queries/inbox";
import { noticeWords } from "./notice-words";
import { WholePage } from "./whole-page";

type Props = { rows: readonly InboxRow[]; now: Date; zone: string; label: string; empty: ReactNode };

/** What the reader was told: what happened, why it concerns them, and when. What is unread stands out and says so. */
export function InboxList({ rows, now, zone, label, empty }: Props) {
  const t = useTranslations("notices");
  const say = useTranslations();
  const locale = useLocale();
  return (
    <WholePage>
      <DataTable
        label={label}
        keyboard
        empty={empty}
        columns={[
          { id: "what", header: t("inbox.columns.what") },
          { id: "text", header: t("inbox.columns.text"), hide: "tablet" },
          { id: "why", header: t("inbox.columns.why"), hide: "phone", oneLine: true },
          { id: "when", header: t("inbox.columns.when", { zone: zoneName(now, locale, zone) }), oneLine: true },
        ]}
        rows={rows.map((row) => {
          const words = noticeWords(row, { say, locale, zone });
          const subject = row.type.slice(0, row.type.indexOf("."));
          return {
            id: row.id,
            href: `/inbox/${row.id}`,
            label: row.isRead ? words.title : `${t("inbox.isUnread")}: ${words.title}`,
            cells: {
              what: <What title={words.title} isRead={row.isRead} />,
              text: <span className="line-clamp-1 text-ink-2">{words.quote ?? words.text}</span>,
              why: <span className="text-ink-2">{t(`${subject}.role.${row.because}`)}</span>,
              when: <time dateTime={row.at.toISOString()}>{formatDayTime(row.at, locale, zone)}</time>,
            },
          };
        })}
      />
    </WholePage>
  );
}

function What({ title, isRead }: { title: string; isRead: boolean }) {
  const line = "wrap-anywhere not-tight:max-w-96 not-tight:truncate";
  if (isRead) return <span className={classes("block font-normal text-ink-2", line)}>{title}</span>;
  return (
    <span className="flex items-baseline gap-2">
      <span aria-hidden="true" className="size-2 shrink-0 -translate-y-px rounded-full bg-accent" />
      <span className={line}>{title}</span>
    </span>
  );
}
