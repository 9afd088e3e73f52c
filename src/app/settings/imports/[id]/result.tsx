import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { daysKept } from "@/modules/imports/domain/keeping";
import { countOf, type ImportReport } from "@/modules/imports/domain/report";
import type { KeptRecordRow } from "@/modules/imports/queries/kept-records";
import type { ImportRecord } from "@/modules/imports/queries/record-import";
import { UndoImport } from "@/modules/imports/ui/decisions";
import { FilledIn } from "@/modules/imports/ui/filled-in";
import { KeptList } from "@/modules/imports/ui/kept-list";
import { OutcomeTable } from "@/modules/imports/ui/outcome-table";
import { TotalsTable } from "@/modules/imports/ui/totals-table";
import { importsBase } from "./place";
import { rowsHref } from "./rows";

type Given = { record: ImportRecord; report: ImportReport };

/** What came of an import, in one sentence. */
export async function resultAnswer({ record, report }: Given, kept: readonly KeptRecordRow[]): Promise<string> {
  const t = await getTranslations("imports.result");
  if (record.status === "undone") return t(kept.length > 0 ? "undoneSome" : "undone", { kept: kept.length });
  return t("committed", {
    insert: countOf(report, "insert"),
    update: countOf(report, "update"),
    bad: countOf(report, "error"),
  });
}

/** The way back, for an import that was done. */
export async function UndoAction({ record, report }: Given) {
  if (record.status !== "committed") return null;
  const t = await getTranslations("imports.undo");
  return (
    <UndoImport
      importId={record.id}
      progressHref={`${importsBase}/${record.id}/progress`}
      consequence={t("consequence", { insert: countOf(report, "insert"), update: countOf(report, "update") })}
    />
  );
}

type ResultGiven = Given & {
  kept: readonly KeptRecordRow[];
  recordHref: (target: string, recordId: string) => string | null;
  rows: ReactNode;
};

/** What was made, and what an undo left. */
export async function Result({ record, report, kept, recordHref, rows }: ResultGiven) {
  const t = await getTranslations("imports.result");
  return (
    <>
      <KeptList kept={kept} recordHref={recordHref} />
      <OutcomeTable parts={report.parts} done href={(part, outcome) => rowsHref(record.id, part, outcome)} />
      <TotalsTable parts={report.parts} />
      {rows}
      {!record.hasRows && <p className="mt-8 text-ink-2">{t("purged", { days: daysKept })}</p>}
      <FilledIn report={report} />
    </>
  );
}
