import NextLink from "next/link";
import { useTranslations } from "next-intl";
import { formatDayTime } from "@/ui/format/format";
import type { OutboxMail } from "../queries/outbox";

type Props = {
  mails: readonly OutboxMail[];
  chosenId: string | undefined;
  hrefOf: (id: string) => string;
  locale: string;
  zone: string;
};

/** The mails of the demo, the latest first; those that still wait say until when. */
export function OutboxList({ mails, chosenId, hrefOf, locale, zone }: Props) {
  const t = useTranslations("notices.outbox");
  return (
    <nav aria-label={t("list")} className="min-w-0 lg:max-h-[calc(100dvh-9rem)] lg:overflow-y-auto">
      <ul>
        {mails.map((mail) => (
          <li key={mail.id} className="border-b border-line">
            <NextLink
              href={hrefOf(mail.id)}
              prefetch={false}
              scroll={false}
              aria-current={mail.id === chosenId ? "true" : undefined}
              className="-mx-2 block rounded-md px-2 py-2.5 -outline-offset-2 hover:bg-hover aria-[current]:bg-selected"
            >
              <b className="block truncate">{mail.subject ?? t("waitingSubject")}</b>
              <span className="mt-0.5 block truncate text-xs text-ink-2">{mail.recipient}</span>
              <span className="figures block text-xs text-ink-3">{standing(mail)}</span>
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );

  function standing({ state, sent_at, due_at, notices }: OutboxMail): string {
    if (sent_at) return t("sent", { when: formatDayTime(sent_at, locale, zone, { zoneName: true }) });
    if (state === "skipped") return t("skipped");
    return t("waits", { when: formatDayTime(due_at, locale, zone, { zoneName: true }), count: notices });
  }
}
