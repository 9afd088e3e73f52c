"use client";

import { useTranslations } from "next-intl";
import { useContext, useEffect, useRef } from "react";
import { type FieldErrors, useFormContext } from "react-hook-form";
import { classes } from "@/ui/classes";
import { Notice } from "@/ui/notice";
import { controlId } from "./control-id";
import { FormAround } from "./form-around";
import type { ActionForm } from "./use-action-form";
import { useFailureText } from "./use-failure-text";
import { useMessage } from "./use-message";

type Problem = { path: string; message: string };

/** Errors as a flat list; a group (name and e-mail) is opened up. */
function listErrors(errors: FieldErrors, prefix = ""): Problem[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    if (!error || typeof error !== "object" || name === "ref" || name === "root") return [];
    if (typeof error.message === "string") return [{ path, message: error.message }];
    // Without a message of its own it is a group, which the library's type does not tell apart.
    return listErrors(error as FieldErrors, path);
  });
}

/** In the order in which the page asks; what stands nowhere on the page comes last. */
function inOrder(problems: Problem[], labels: ReadonlyMap<string, string>): Problem[] {
  const paths = [...labels.keys()];
  const place = ({ path }: Problem) => {
    const index = paths.findIndex((known) => known === path || known.startsWith(`${path}.`));
    return index < 0 ? paths.length : index;
  };
  return problems.toSorted((one, other) => place(one) - place(other));
}

/** The summary of errors: takes the focus after each try that failed, and leads to the fields. */
export function Problems({ failure, failures }: Pick<ActionForm, "failure" | "failures">) {
  const t = useTranslations("ui.form");
  const place = useRef<HTMLDivElement>(null);
  const answered = useRef(0);
  const labels = useContext(FormAround)?.labels ?? new Map<string, string>();
  const { formState } = useFormContext();
  const problems = inOrder(listErrors(formState.errors), labels);
  const other = useFailureText(failure);
  const shown = failures > 0 && (problems.length > 0 || other !== null);
  // The count and the errors may arrive one after the other; only what is shown can take the focus.
  useEffect(() => {
    if (!shown || answered.current >= failures) return;
    answered.current = failures;
    place.current?.focus();
  }, [shown, failures]);
  return (
    <div
      ref={place}
      tabIndex={-1}
      role={shown ? "alert" : undefined}
      className={classes("rounded-md outline-none focus:ring-2 focus:ring-focus", !shown && "hidden")}
    >
      {shown && (
        <Notice tone="critical" title={problems.length > 0 ? t("problems", { count: problems.length }) : other}>
          {problems.length > 0 && (
            <ul className="grid gap-1">
              {problems.map((problem) => (
                <li key={problem.path}>
                  <ProblemLink {...problem} labels={labels} shared={problems.some((one) => isSame(one, problem))} />
                </li>
              ))}
              {other && <li>{other}</li>}
            </ul>
          )}
        </Notice>
      )}
    </div>
  );
}

/** The messages of a module name their field; those of the kit, and what a library says, do not. */
const namesItsField = /^\w+\.errors\./;

const isSame = (one: Problem, other: Problem) => one.path !== other.path && one.message === other.message;

type LinkProps = Problem & { labels: ReadonlyMap<string, string>; shared: boolean };

/** Leads to the control. Where the message does not say which field it means, its label does. */
function ProblemLink({ path, message, labels, shared }: LinkProps) {
  const t = useTranslations("ui.form");
  const { setFocus } = useFormContext();
  const say = useMessage();
  // An error of a whole question (amount and currency) belongs to its first control.
  const target = [...labels.keys()].find((known) => known === path || known.startsWith(`${path}.`));
  const label = target && labels.get(target);
  const named = label && (shared || !namesItsField.test(message));
  const text = named ? t("problem", { label, message: say(message) }) : say(message);
  if (!target) return text;
  return (
    <a
      href={`#${controlId(target)}`}
      onClick={(event) => {
        event.preventDefault();
        setFocus(target);
      }}
      className="underline underline-offset-3"
    >
      {text}
    </a>
  );
}
