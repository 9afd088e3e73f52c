import { getTranslations } from "next-intl/server";
import { bulkResults, bulkRun } from "@/modules/lists/queries/bulk-runs";
import type { RouteGiven } from "@/server/route";
import { reasonWords } from "./bulk-words";
import { csvOf } from "./list-export";

/** What a run of the reader left as it was, with the reasons. */
export async function exportBulkRows({ actor, tx, params }: RouteGiven): Promise<Response> {
  const run = await bulkRun(tx, actor, String(params.id));
  if (!run) return new Response(null, { status: 404 });
  const t = await getTranslations("bulk");
  const say = await getTranslations();
  const rows = await bulkResults(tx, run.id, true);
  const columns = [
    { head: t(`${run.list}.row`), cell: (row: (typeof rows)[number]) => row.label },
    { head: t("columns.state"), cell: (row: (typeof rows)[number]) => t(`state.${row.state}`) },
    { head: t("columns.reason"), cell: (row: (typeof rows)[number]) => reasonWords(t, say, row) },
  ];
  return csvOf("not-done", columns, async () => ({ rows, next: null }));
}
