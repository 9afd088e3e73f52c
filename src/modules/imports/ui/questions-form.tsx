"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { checkImportAction } from "../actions";
import { leaveEmpty, otherValue } from "../domain/answer-values";
import type { CheckChoices } from "./check-choices";
import { type AskedQuestion, QuestionField } from "./question-field";
import { useImportWork } from "./use-import-work";
import { WorkButton } from "./work-button";
import { WorkStatus } from "./work-status";

type Props = { questions: readonly AskedQuestion[]; choices: CheckChoices; next: string; progressHref: string };

function answerIn(form: FormData, id: string): string | null {
  const value = form.get(id);
  const said = value === otherValue ? form.get(`${id}:other`) : value;
  return typeof said === "string" && said !== "" ? said : null;
}

/** What nobody but the reader can know: each question has to be answered, and one proposal alone is there to be confirmed. */
export function QuestionsForm({ questions, choices, next, progressHref }: Props) {
  const t = useTranslations("imports.questions");
  const router = useRouter();
  const work = useImportWork(progressHref);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  function send(form: FormData): void {
    const given = questions.map(({ id }) => [id, answerIn(form, id)] as const);
    const missing = given.filter(([, value]) => value === null).map(([id]) => id);
    setOpen(new Set(missing));
    const [first] = missing;
    if (first !== undefined) {
      document.getElementById(`${first}-field`)?.focus();
      return;
    }
    const said = given.map(([id, value]) => [id, value === leaveEmpty ? "" : (value ?? "")] as const);
    const answers = { ...choices.answers, ...Object.fromEntries(said) };
    work.work(
      () => checkImportAction({ ...choices, answers, acceptProposals: false }),
      () => router.push(next),
    );
  }

  return (
    <form
      action={send}
      onReset={(event) => event.preventDefault()}
      noValidate
      aria-busy={work.working}
      className="mt-5 grid max-w-160 gap-7"
    >
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} asked={open.has(question.id)} />
      ))}
      <div className="grid gap-4">
        <WorkStatus {...work} />
        <WorkButton work={work} label={t("continue")} />
      </div>
    </form>
  );
}
