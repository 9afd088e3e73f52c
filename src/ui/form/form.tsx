"use client";

import { type ReactNode, useContext, useMemo, useState } from "react";
import { type FieldValues, FormProvider, useFormContext } from "react-hook-form";
import { Button, type ButtonVariant } from "@/ui/button";
import { classes } from "@/ui/classes";
import { FormAround } from "./form-around";
import { Problems } from "./problems";
import { StepUp } from "./step-up";
import type { ActionForm } from "./use-action-form";

type Props<Values extends FieldValues> = { of: ActionForm<Values>; className?: string; children: ReactNode };

/**
 * The form element with its summary of errors. The browser never sends it alone, which would lose what was typed: a form with
 * an action that is sent before the page answers to events is kept by React, and sent once it does.
 */
export function Form<Values extends FieldValues>({ of, className, children }: Props<Values>) {
  const [labels] = useState(() => new Map<string, string>());
  const around = useMemo(() => ({ pending: of.pending, labels }), [of.pending, labels]);
  return (
    <FormProvider {...of.form}>
      <form
        action={of.formAction}
        onSubmit={of.submit}
        // React empties a form after its action; here everything typed stays.
        onReset={(event) => event.preventDefault()}
        noValidate
        aria-busy={of.pending}
        className={classes("grid gap-5", className)}
      >
        <FormAround value={around}>
          {of.failure?.code === "unproved" ? (
            <StepUp key={of.failures} onProved={() => void of.submit()} />
          ) : (
            <Problems failure={of.failure} failures={of.failures} />
          )}
          {children}
        </FormAround>
      </form>
    </FormProvider>
  );
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
  const pending = useContext(FormAround)?.pending;
  return (
    <Button
      type="submit"
      variant={variant}
      size="lg"
      kbd={kbd}
      pending={pending ?? formState.isSubmitting}
      className="justify-self-start max-sm:w-full"
    >
      {children}
    </Button>
  );
}
