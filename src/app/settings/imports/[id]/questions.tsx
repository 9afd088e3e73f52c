import { getLocale, getTranslations } from "next-intl/server";
import { choicesFor } from "@/modules/imports/queries/choices";
import type { ImportRecord } from "@/modules/imports/queries/record-import";
import { QuestionsForm } from "@/modules/imports/ui/questions-form";
import type { Tx } from "@/server/db";
import { installation } from "@/server/exchange";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { askedQuestions } from "./asked-questions";
import { choicesOf, importsBase, openImport } from "./place";

/** What nobody but the reader can know about the file. */
export async function questionsScreen(tx: Tx, record: ImportRecord) {
  const { report } = record;
  if (!report) return null;
  const t = await getTranslations("imports");
  const locale = await getLocale();
  const { reportingCurrency } = await installation(tx);
  const choices = await choicesFor(tx, record.id, record.preset, report.questions);
  const reading = { t, locale, preset: record.preset, choices, currency: reportingCurrency };
  return (
    <>
      {report.moreQuestions > 0 && (
        <div className="mt-5 max-w-160">
          <Notice tone="warning" title={t("question.more", { count: report.moreQuestions })}>
            <Link href={openImport(record.id, "columns")}>{t("questions.toColumns")}</Link>
          </Notice>
        </div>
      )}
      <QuestionsForm
        questions={askedQuestions(report, reading)}
        choices={choicesOf(record)}
        next={openImport(record.id)}
        progressHref={`${importsBase}/${record.id}/progress`}
      />
    </>
  );
}
