import { useLocale, useTranslations } from "next-intl";
import { isPlainDate } from "@/kernel/dates";
import { classes } from "@/ui/classes";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { Link } from "@/ui/link";
import type { DealNews } from "../../queries/news";
import { reasonKey } from "../reason-words";

type Props = { news: readonly DealNews[]; zone: string; columns: 2 | 3 };

/** The latest that happened to the reader's deals, beside each other where there is room. */
export function News({ news, zone, columns }: Props) {
  const t = useTranslations("deals.news");
  const words = useTranslations("deals");
  const locale = useLocale();
  return (
    <ul
      className={classes("grid gap-x-10 max-sm:*:nth-[n+4]:hidden sm:grid-cols-2", columns === 3 && "xl:grid-cols-3")}
    >
      {news.map((item) => (
        <li key={item.id} className="min-w-0 border-b border-line py-3">
          <time dateTime={item.at.toISOString()} className="figures block text-xs text-ink-3">
            {formatDayTime(item.at, locale, zone)}
          </time>
          <Link look="name" href={`/portal/deals/${item.dealId}`} className="mt-0.5 inline-block wrap-anywhere">
            {item.customer || item.number}
          </Link>
          <p className="text-ink-2">{sentence(item)}</p>
        </li>
      ))}
    </ul>
  );

  function sentence({ type, data, actor }: DealNews): string {
    const through = String(data.protectedThrough ?? "");
    const reason = reasonKey(type, data.reason);
    return t(type.slice(type.indexOf(".") + 1), {
      actor,
      day: isPlainDate(through) ? formatDay(through, locale, { year: true }) : "",
      reviewer: String(data.reviewer ?? data.to ?? ""),
      reason: reason && words.has(reason) ? words(reason) : "",
    });
  }
}
