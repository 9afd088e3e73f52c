import { useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import { formatDayTime } from "@/ui/format/format";
import { RetryButton } from "./retry-button";

type Troubled = {
  id: string;
  name: string;
  at: Date;
  state: "failed" | "waiting" | "queued";
  attempts: number;
  due_at: Date;
  reason: string | null;
};
type Props = {
  what: "deliveries" | "mails";
  rows: readonly Troubled[];
  locale: string;
  zone: string;
};

/** What failed, each with its reason; what was given up can be tried again, alone or all of it. */
export function TroubledList({ what, rows, locale, zone }: Props) {
  const t = useTranslations("operations");
  const failed = rows.filter(({ state }) => state === "failed");
  const when = (at: Date) => formatDayTime(at, locale, zone);
  return (
    <>
      {failed.length > 1 && (
        <div className="mt-3">
          <RetryButton what={what} ids={failed.map(({ id }) => id)} label={t("retryAll", { count: failed.length })} />
        </div>
      )}
      <ul aria-label={t(`${what}.list`)}>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line py-2.5">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <b className="min-w-0">{row.name}</b>
              {row.state === "failed" ? (
                <Chip tone="critical" icon="circle-x">
                  {t("givenUp", { count: row.attempts })}
                </Chip>
              ) : (
                <Chip tone="warning" icon="refresh-cw">
                  {t("again", { when: when(row.due_at) })}
                </Chip>
              )}
            </div>
            <p className="mt-1 wrap-anywhere text-ink-2">{row.reason ?? t("noReason")}</p>
            <div className="mt-1 flex flex-wrap items-center justify-between gap-2 text-xs text-ink-3">
              <span>{t("from", { when: when(row.at) })}</span>
              {row.state === "failed" && (
                <RetryButton what={what} ids={[row.id]} label={t("retry")} name={`${row.name}, ${when(row.at)}`} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
