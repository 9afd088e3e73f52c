import { getTranslations } from "next-intl/server";
import { countImports, listImports } from "@/modules/imports/queries/list-imports";
import { ImportStatusChip } from "@/modules/imports/ui/import-status-chip";
import { page } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { DataTable } from "@/ui/data-table/data-table";
import { EmptyState } from "@/ui/empty-state";
import { formatDayTime, formatNumber } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../reader";

const here = "/settings/imports";

export default page("import.run", async (context) => {
  const { tx, search } = context;
  const { locale, zone } = await readerOf(context);
  const t = await getTranslations("imports");
  const total = await countImports(tx);
  const { rows, next } = await listImports(tx, search.after);
  const start = (
    <LinkButton href={`${here}/new`} variant="primary">
      {t("list.start")}
    </LinkButton>
  );
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("list.title") }]} />
      <PageHead title={t("list.title")} count={total} sub={t("list.sub")} primary={total > 0 && start} />
      <div className="mt-4">
        <DataTable
          label={t("list.title")}
          keyboard
          empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} action={start} />}
          columns={[
            { id: "file", header: t("list.columns.file") },
            { id: "preset", header: t("list.columns.preset"), hide: "phone" },
            { id: "by", header: t("list.columns.by"), hide: "tablet" },
            { id: "at", header: t("list.columns.at"), hide: "phone", oneLine: "wide" },
            { id: "good", header: t("list.columns.good"), align: "end" },
            { id: "bad", header: t("list.columns.bad"), align: "end" },
            { id: "status", header: t("list.columns.status") },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            href: `${here}/${row.id}`,
            label: row.name,
            cells: {
              file: row.name,
              preset: t(`preset.${row.preset}`),
              by: row.by,
              at: formatDayTime(row.at, locale, zone),
              good: row.bad === null ? "–" : formatNumber(row.rows - row.bad, locale),
              // On a phone the number has no head above it.
              bad: row.bad !== null && (
                <>
                  <span className="hidden card:inline">{t("list.columns.bad")}: </span>
                  {formatNumber(row.bad, locale)}
                </>
              ),
              status: <ImportStatusChip status={row.status} hasQuestions={row.hasQuestions} />,
            },
          }))}
        />
      </div>
      <Pager
        firstHref={search.after ? here : undefined}
        nextHref={next ? `${here}?after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
});
