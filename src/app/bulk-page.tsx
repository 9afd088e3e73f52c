import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { endedOf, notDoneOf } from "@/modules/lists/domain/bulk";
import { bulkResults, bulkRun, latestBulkRun } from "@/modules/lists/queries/bulk-runs";
import { BulkStateChip } from "@/modules/lists/ui/bulk-state-chip";
import { LookAgain } from "@/modules/lists/ui/look-again";
import type { PageContext } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { DataTable } from "@/ui/data-table/data-table";
import { formatDayTime } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { placeOf, reasonWords, runWords } from "./bulk-words";
import { readerOf } from "./reader";

const mostShown = 200;

/** How far an action on many rows is, and what became of each row; those that were left come first. */
export async function bulkRunPage(context: PageContext, portal: string) {
  const { actor, tx, params } = context;
  const run = await bulkRun(tx, actor, params.id ?? "");
  const place = run && placeOf(run.list);
  if (!run || !place) notFound();
  const { locale, zone } = await readerOf(context);
  const t = await getTranslations("bulk");
  const say = await getTranslations();
  const results = await bulkResults(tx, run.id);
  const isLeft = ({ state }: (typeof results)[number]) => state !== "done" && state !== "waiting";
  const rows = [...results.filter(isLeft), ...results.filter((row) => !isLeft(row))].slice(0, mostShown);
  const left = notDoneOf(run.counts);
  const ended = endedOf(run.counts);
  const title = runWords(t, run);
  return (
    <>
      <PageCrumbs crumbs={[{ label: t(`${run.list}.place`), href: place.list }, { label: t("crumb") }]} />
      <PageHead
        title={title}
        sub={t(run.endedAt ? "started" : "leave", { at: formatDayTime(run.createdAt, locale, zone) })}
        actions={
          left > 0 && (
            <LinkButton variant="quiet" href={`${portal}/bulk/${run.id}/export`} prefetch={false} download>
              {t("export", { count: left })}
            </LinkButton>
          )
        }
        primary={
          <LinkButton variant="primary" href={place.list}>
            {t("back")}
          </LinkButton>
        }
      />
      <div className="mt-5 grid gap-4">
        {!run.endedAt && (
          <>
            <progress
              aria-label={t("progress")}
              max={results.length}
              value={ended}
              className="h-1.5 w-full max-w-100 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
            />
            <LookAgain />
          </>
        )}
        {run.endedAt && left > 0 && (
          <Notice tone="warning" title={t("leftTitle", { count: left })}>
            {t("leftText")}
          </Notice>
        )}
      </div>
      <div className="mt-4">
        <DataTable
          label={t("rows")}
          keyboard
          empty={null}
          columns={[
            { id: "name", header: t(`${run.list}.row`) },
            { id: "state", header: t("columns.state") },
            { id: "reason", header: t("columns.reason") },
          ]}
          rows={rows.map((row) => ({
            id: row.subjectId,
            href: `${place.record}/${row.subjectId}`,
            label: row.label,
            cells: {
              name: row.label,
              state: <BulkStateChip state={row.state} />,
              reason: reasonWords(t, say, row),
            },
          }))}
        />
        {results.length > mostShown && (
          <p className="mt-2 text-ink-2">{t("shown", { count: mostShown, all: results.length })}</p>
        )}
      </div>
    </>
  );
}

const standsMs = 15 * 60_000;

/** Above a list: what the reader set going with its rows, while it goes on and a little after. */
export async function bulkStanding({ tx, actor, now }: PageContext, list: string, runs: string) {
  const run = await latestBulkRun(tx, actor, list, now);
  if (!run || (run.endedAt && run.endedAt.getTime() < now.getTime() - standsMs)) return null;
  const t = await getTranslations("bulk");
  const left = notDoneOf(run.counts);
  return (
    <div className="mt-4">
      <Notice tone={run.endedAt ? (left > 0 ? "warning" : "positive") : "info"} title={runWords(t, run)}>
        <Link href={`${runs}/${run.id}`}>{t("look")}</Link>
      </Notice>
    </div>
  );
}
