"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import type { Result } from "@/kernel/result";
import type { ButtonVariant } from "@/ui/button";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import type { Schema } from "@/ui/form/use-resolver";

type Props<Values extends FieldValues, Value> = {
  schema: Schema;
  action: (input: unknown) => Promise<Result<Value>>;
  /** What is sent. */
  values: Values;
  variant?: ButtonVariant;
  onDone: () => void;
  /** What the button says. */
  children: ReactNode;
};

/** A form with nothing to fill in: its button says yes to what the dialog around it asks. */
export function ConfirmForm<Values extends FieldValues, Value>({
  schema,
  action,
  values,
  variant,
  onDone,
  children,
}: Props<Values, Value>) {
  const of = useActionForm({ schema, action, defaultValues: values, onSuccess: onDone });
  return (
    <Form of={of}>
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </Form>
  );
}
