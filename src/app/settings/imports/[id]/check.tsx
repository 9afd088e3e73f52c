import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { countOf, type ImportReport, obstacle } from "@/modules/imports/domain/report";
import type { ImportRecord } from "@/modules/imports/queries/record-import";
import { CommitImport } from "@/modules/imports/ui/decisions";
import { DuplicateChoice } from "@/modules/imports/ui/duplicate-choice";
import { FilledIn } from "@/modules/imports/ui/filled-in";
import { OutcomeTable } from "@/modules/imports/ui/outcome-table";
import { TotalsTable } from "@/modules/imports/ui/totals-table";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { choicesOf, importsBase, openImport } from "./place";
import { rowsHref } from "./rows";

type Given = { record: ImportRecord; report: ImportReport };

const progressOf = ({ id }: ImportRecord) => `${importsBase}/${id}/progress`;

function numbersOf(report: ImportReport) {
  const [insert, update, bad] = (["insert", "update", "error"] as const).map((outcome) => countOf(report, outcome));
  return { insert: insert ?? 0, update: update ?? 0, bad: bad ?? 0 };
}

/** What a commit would do, in one sentence. */
export async function checkAnswer({ record, report }: Given): Promise<string> {
  const t = await getTranslations("imports.check");
  const { insert, update, bad } = numbersOf(report);
  if (obstacle(report, true)) return t("answerQuestions");
  if (insert + update === 0) return t(bad > 0 ? "answerNothingGood" : "answerNothingNew", { bad });
  return t(bad > 0 ? "answerSome" : "answerAll", { insert, update, bad, rows: record.rows });
}

/** The last step before anything is written; absent while a question is open or nothing would come of it. */
export async function CommitAction({ record, report }: Given) {
  const t = await getTranslations("imports.commit");
  const { insert, update, bad } = numbersOf(report);
  if (obstacle(report, true) || insert + update === 0) return null;
  return (
    <CommitImport
      importId={record.id}
      progressHref={progressOf(record)}
      goodRowsOnly={bad > 0}
      label={t(bad > 0 ? "good" : "all", { count: insert + update })}
      consequence={t(bad > 0 ? "consequenceGood" : "consequence", { insert, update, bad })}
    />
  );
}

/** What the dry run found. */
export async function Check({ record, report, rows }: Given & { rows: ReactNode }) {
  const t = await getTranslations("imports");
  const { bad } = numbersOf(report);
  const existing = countOf(report, "skip") + (record.onDuplicate === "update" ? countOf(report, "update") : 0);
  const stopped = obstacle(report, true);
  return (
    <>
      {stopped && (
        <div className="mt-5 max-w-190">
          <Notice tone="warning" title={t("check.questionsOpen")}>
            <Link href={openImport(record.id, "questions")}>{t("check.toQuestions")}</Link>
          </Notice>
        </div>
      )}
      {!stopped && bad > 0 && (
        <div className="mt-5 max-w-190">
          <Notice tone="warning" title={t("check.badTitle", { bad })}>
            {t("check.badText")} <Link href={`${importsBase}/new?preset=${record.preset}`}>{t("check.again")}</Link>
          </Notice>
        </div>
      )}
      {existing > 0 && (
        <DuplicateChoice choices={choicesOf(record)} count={existing} progressHref={progressOf(record)} />
      )}
      <OutcomeTable
        parts={report.parts}
        done={false}
        href={(part, outcome) => rowsHref(record.id, part, outcome, { step: "check" })}
      />
      <TotalsTable parts={report.parts} />
      {rows}
      <FilledIn report={report} />
    </>
  );
}
