import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayImport } from "@/modules/imports/access";
import { openQuestions, stepAsked, stepsOf } from "@/modules/imports/domain/steps";
import { keptAfterUndo } from "@/modules/imports/queries/kept-records";
import { type ImportRecord, recordImport } from "@/modules/imports/queries/record-import";
import { DiscardImport } from "@/modules/imports/ui/decisions";
import { ImportStatusChip } from "@/modules/imports/ui/import-status-chip";
import { StepsNav } from "@/modules/imports/ui/steps-nav";
import { definitionOf, tablesOf } from "@/modules/imports/use-cases/definitions";
import { type PageContext, page } from "@/server/page";
import { formatDayTime } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { readerOf } from "../../../reader";
import { Check, CommitAction, checkAnswer } from "./check";
import { Columns } from "./columns";
import { importsBase, openImport, recordHref } from "./place";
import { questionsScreen } from "./questions";
import { Result, resultAnswer, UndoAction } from "./result";
import { rowsSection } from "./rows";

type Screen = { answer: string; primary?: React.ReactNode; actions?: React.ReactNode; body: React.ReactNode };

/** The screen the address asks for, read while the transaction is open. */
async function screenOf({ tx, actor, search }: PageContext, record: ImportRecord): Promise<Screen> {
  const t = await getTranslations("imports");
  const { report } = record;
  const step = stepAsked(record, search.step);
  if (step === "columns" || !report) return { answer: t("columns.answer"), body: <Columns record={record} /> };
  if (step === "questions")
    return {
      answer: t("questions.answer", { count: openQuestions(report) }),
      body: await questionsScreen(tx, record),
    };
  const rows = await rowsSection({ tx, actor, record, report, search });
  const given = { record, report };
  if (step === "check")
    return {
      answer: await checkAnswer(given),
      primary: await CommitAction(given),
      body: <Check {...given} rows={rows} />,
    };
  const kept = record.status === "undone" ? await keptAfterUndo(tx, record.id) : [];
  return {
    answer: await resultAnswer(given, kept),
    actions: await UndoAction(given),
    body: <Result {...given} kept={kept} recordHref={(target, id) => recordHref(actor, target, id)} rows={rows} />,
  };
}

export default page("import.run", async (context) => {
  const record = await recordImport(context.tx, context.params.id ?? "");
  if (!record) notFound();
  const definition = definitionOf(record.preset);
  const mayWork = definition !== undefined && mayImport(context.actor, tablesOf(definition));
  const isOpen = record.status === "read" || record.status === "checked";
  if (isOpen && !mayWork) forbidden();
  const { locale, zone } = await readerOf(context);
  const t = await getTranslations("imports");
  const { answer, primary, actions, body } = await screenOf(context, record);
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("list.title"), href: importsBase }, { label: record.name }]} />
      <PageHead
        title={answer}
        chips={<ImportStatusChip status={record.status} hasQuestions={record.hasQuestions} />}
        facts={[
          record.name,
          t(`preset.${record.preset}`),
          t("record.rows", { rows: record.rows }),
          t("record.by", { name: record.by, at: formatDayTime(record.at, locale, zone) }),
        ]}
        actions={
          isOpen ? (
            <DiscardImport
              importId={record.id}
              progressHref={`${importsBase}/${record.id}/progress`}
              next={importsBase}
            />
          ) : (
            mayWork && actions
          )
        }
        primary={primary}
      />
      <div className="mt-4">
        <StepsNav
          steps={stepsOf(record)}
          current={stepAsked(record, context.search.step)}
          questions={openQuestions(record.report)}
          href={(step) => openImport(record.id, step)}
        />
      </div>
      {body}
    </>
  );
});
