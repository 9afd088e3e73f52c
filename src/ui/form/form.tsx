"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { type FieldErrors, type FieldValues, FormProvider, useFormContext } from "react-hook-form";
import { Button, type ButtonVariant } from "@/ui/button";
import { classes } from "@/ui/classes";
import { Notice } from "@/ui/notice";
import type { ActionForm } from "./use-action-form";
import { useMessage } from "./use-message";

type Props<Values extends FieldValues> = { of: ActionForm<Values>; className?: string; children: ReactNode };

/**
 * The form element with its summary of errors. The browser never sends it alone, which would lose what was typed: a form with
 * an action that is sent before the page answers to events is kept by React, and sent once it does.
 */
export function Form<Values extends FieldValues>({ of, className, children }: Props<Values>) {
  return (
    <FormProvider {...of.form}>
      <form
        action={() => of.submit()}
        onSubmit={of.submit}
        // React empties a form after its action; here everything typed stays.
        onReset={(event) => event.preventDefault()}
        noValidate
        aria-busy={of.pending}
        className={classes("grid gap-5", className)}
      >
        <Problems failure={of.failure} failures={of.failures} />
        {children}
      </form>
    </FormProvider>
  );
}

type FieldError = { path: string; message: string };

/** Errors as a flat list in the order of the fields; a group (name and e-mail) is opened up. */
function listErrors(errors: FieldErrors, prefix = ""): FieldError[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    if (!error || name === "ref" || name === "root") return [];
    if (typeof error.message === "string") return [{ path, message: error.message }];
    return typeof error === "object" ? listErrors(error as FieldErrors, path) : [];
  });
}

/** The id of the control of a field, for labels and for the links of the summary. */
export const controlId = (path: string) => `field-${path.replaceAll(".", "-")}`;

function Problems({ failure, failures }: Pick<ActionForm, "failure" | "failures">) {
  const t = useTranslations("ui.form");
  const say = useMessage();
  const place = useRef<HTMLDivElement>(null);
  const { formState, setFocus } = useFormContext();
  const errors = listErrors(formState.errors);
  useEffect(() => {
    if (failures > 0) place.current?.focus();
  }, [failures]);
  const other = failure && failure.code !== "invalid" ? sayFailure(failure, say) : null;
  const shown = failures > 0 && (errors.length > 0 || other !== null);
  return (
    <div
      ref={place}
      tabIndex={-1}
      role={shown ? "alert" : undefined}
      className={classes("rounded-md outline-none focus:ring-2 focus:ring-focus", !shown && "hidden")}
    >
      {shown && (
        <Notice tone="critical" title={errors.length > 0 ? t("problems", { count: errors.length }) : other}>
          {errors.length > 0 && (
            <ul className="grid gap-1">
              {errors.map(({ path, message }) => (
                <li key={path}>
                  <a
                    href={`#${controlId(path)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      setFocus(path);
                    }}
                    className="underline underline-offset-3"
                  >
                    {say(message)}
                  </a>
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

function sayFailure(failure: NonNullable<ActionForm["failure"]>, say: ReturnType<typeof useMessage>): string {
  switch (failure.code) {
    case "refused":
      return say(failure.reason, failure.params);
    case "conflict":
      return say(failure.reason);
    case "unauthenticated":
    case "forbidden":
      return say(`failures.${failure.code}`);
    case "not_found":
      return say("failures.notFound");
    default:
      return say("failures.unexpected");
  }
}

/** Sends the form around it; a second press while it is on its way does nothing. */
export function SubmitButton({
  variant = "primary",
  kbd,
  children,
}: {
  variant?: ButtonVariant;
  kbd?: string;
  children: ReactNode;
}) {
  const { formState } = useFormContext();
  return (
    <Button
      type="submit"
      variant={variant}
      size="lg"
      kbd={kbd}
      pending={formState.isSubmitting}
      className="justify-self-start max-sm:w-full"
    >
      {children}
    </Button>
  );
}
