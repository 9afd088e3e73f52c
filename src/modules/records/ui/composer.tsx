"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { classes } from "@/ui/classes";
import { useMessage } from "@/ui/form/use-message";
import { addCommentAction } from "../actions";
import { failureKey } from "./failure-key";
import { MentionList } from "./mention-list";

type Props = {
  subjectKind: string;
  subjectId: string;
  /** The comment about to be written; another one after each. */
  commentId: string;
  people: readonly string[];
  /** Whether the reader can also write what only the innermost circle reads. */
  canNote: boolean;
  /** Who reads what is written here. */
  audience: string;
};

const control =
  "block min-h-18 w-full resize-y rounded-md border border-control bg-surface px-3 py-2 text-base text-ink field-sizing-content focus-visible:outline-offset-0 aria-invalid:border-critical-solid";

/** Where people write beside a record. It works before the page answers to events; what could not be sent stays. */
export function Composer({ subjectKind, subjectId, commentId, people, canNote, audience }: Props) {
  const t = useTranslations("records.composer");
  const say = useMessage();
  const [state, send, pending] = useActionState(addCommentAction, null);
  const [internal, setInternal] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const failure = failureKey(state?.result);
  useEffect(() => {
    if (state?.result.ok && text.current) text.current.value = "";
  }, [state]);
  return (
    <form
      action={send}
      // React empties a form after its action; what could not be sent stays.
      onReset={(event) => event.preventDefault()}
      aria-busy={pending}
      className="my-4 grid gap-2 print:hidden"
    >
      <input type="hidden" name="subjectKind" value={subjectKind} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <input type="hidden" name="commentId" value={commentId} />
      <label htmlFor={`${id}-text`} className="sr-only">
        {t("label")}
      </label>
      <textarea
        ref={text}
        id={`${id}-text`}
        name="body"
        rows={2}
        maxLength={4000}
        placeholder={t("placeholder")}
        defaultValue={state && !state.result.ok ? state.values.body : undefined}
        aria-invalid={failure ? true : undefined}
        aria-describedby={classes(`${id}-who`, failure && `${id}-error`)}
        className={classes(control, internal && "border-dashed")}
      />
      <MentionList field={text} people={people} label={t("mention")} />
      {failure && (
        <p id={`${id}-error`} role="alert" className="text-critical-ink">
          {say(failure)}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" pending={pending}>
          {t(internal ? "addNote" : "add")}
        </Button>
        {canNote && (
          <label className="inline-flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name="internal"
              checked={internal}
              onChange={(event) => setInternal(event.target.checked)}
              className="size-4 accent-accent"
            />
            {t("internal")}
          </label>
        )}
        <span id={`${id}-who`} className="text-xs text-ink-3">
          {internal ? t("internalWho") : audience}
        </span>
      </div>
    </form>
  );
}
