import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { inboxPage, newestUnread, unreadCount } from "@/modules/notices/queries/inbox";
import { mailStanding } from "@/modules/notices/repository/mails";
import { InboxList } from "@/modules/notices/ui/inbox-list";
import { ReadAllButton } from "@/modules/notices/ui/read-all-button";
import type { PageContext } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { formatDayTime } from "@/ui/format/format";
import { KeyHints } from "@/ui/kbd";
import { Notice } from "@/ui/notice";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { type Reader, readerOf } from "./reader";

/** What the reader was told, in one of the portals; `base` is the address of the page there. */
export async function inbox(context: PageContext, base: string) {
  const { actor, tx, now, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("notices.inbox");
  const failures = await getTranslations("failures");
  const unreadOnly = search.view === "unread";
  const query = unreadOnly ? "?view=unread" : "";
  const unread = await unreadCount(tx, actor);
  const newestId = await newestUnread(tx, actor);
  const { rows, next } = await inboxPage(tx, actor, { unreadOnly, after: search.after });
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        title={t("title")}
        sub={t("sub", { count: unread })}
        actions={
          <>
            {reader.vendor.demo && (
              <LinkButton variant="quiet" href="/outbox">
                {t("outbox")}
              </LinkButton>
            )}
            <LinkButton variant="quiet" href={`${base}/settings`}>
              {t("settings")}
            </LinkButton>
          </>
        }
        primary={newestId && <ReadAllButton newestId={newestId} label={t("readAll")} failed={failures("unexpected")} />}
      />
      {can(actor, "mail.oversee") && <MailStanding {...(await mailStanding(tx))} reader={reader} />}
      <div className="mt-4 pb-2.5">
        <Tabs
          label={t("views")}
          items={[
            { href: base, label: t("all"), current: !unreadOnly },
            { href: `${base}?view=unread`, label: t("unread"), count: unread, current: unreadOnly },
          ]}
        />
      </div>
      <InboxList
        rows={rows}
        now={now}
        zone={reader.zone}
        label={t("title")}
        empty={
          <EmptyState
            title={t(unreadOnly ? "emptyUnread" : "empty")}
            text={t(unreadOnly ? "emptyUnreadText" : "emptyText")}
            action={
              <LinkButton href={unreadOnly ? base : `${base}/settings`}>
                {t(unreadOnly ? "seeAll" : "settings")}
              </LinkButton>
            }
          />
        }
      />
      {rows.length > 0 && (
        <KeyHints
          hints={[
            { keys: ["j", "k"], does: t("keys.move") },
            { keys: ["Enter"], does: t("keys.open") },
          ]}
        />
      )}
      <Pager
        firstHref={search.after ? `${base}${query}` : undefined}
        nextHref={next ? `${base}${query ? `${query}&` : "?"}after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
}

type Standing = { waiting: number; since: Date | null; failed: number; reader: Reader };

/** Only for who runs the system, and only while something is wrong. */
async function MailStanding({ waiting, since, failed, reader }: Standing) {
  if (waiting === 0 && failed === 0) return null;
  const t = await getTranslations("notices.standing");
  const parts = [
    waiting > 0 && since && t("waiting", { count: waiting, since: formatDayTime(since, reader.locale, reader.zone) }),
    failed > 0 && t("failed", { count: failed }),
  ];
  return (
    <div className="mt-4">
      <Notice tone="warning" title={parts.filter(Boolean).join(" ")}>
        {t("text")}
      </Notice>
    </div>
  );
}
