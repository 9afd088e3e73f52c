"use client";

import { unstable_rethrow } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from "react-hook-form";
import type { Failure } from "@/kernel/failure";
import type { Result } from "@/kernel/result";
import { type Schema, useResolver } from "@/ui/form/use-resolver";

type Given<Values extends FieldValues, Value> = {
  /** What the form holds, or how to load it; the server parses the same again. */
  schema: Schema;
  action: (input: unknown) => Promise<Result<Value>>;
  defaultValues: Values;
  onSuccess?: (value: Value) => void;
};

export type ActionForm<Values extends FieldValues = FieldValues> = {
  form: UseFormReturn<Values>;
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
  /** For the form element: what is sent before the page answers to events waits there, and comes here once it does. */
  formAction: () => Promise<void>;
  /** Why the last try did not succeed, apart from errors that stand at their fields. */
  failure: Failure | { code: "unexpected" } | null;
  /** From the press until the answer is shown, a page that it leads to included. */
  pending: boolean;
  /** Counts the tries that failed, so that the summary can take focus each time. */
  failures: number;
};

type Submit = ActionForm["submit"];

/** A second press, or a key held down, changes nothing while the first is on its way. */
function useOneAtATime(submit: Submit, paused: boolean): Submit {
  const busy = useRef(false);
  return async (event) => {
    event?.preventDefault();
    if (busy.current || paused) return;
    busy.current = true;
    try {
      await submit(event);
    } finally {
      busy.current = false;
    }
  };
}

/**
 * A form over one server action. Errors of the server land on the same fields as those of the schema; whatever goes wrong, what
 * was typed stays.
 */
export function useActionForm<Values extends FieldValues, Value>({
  schema,
  action,
  defaultValues,
  onSuccess,
}: Given<Values, Value>): ActionForm<Values> {
  const form = useForm<Values>({
    resolver: useResolver(schema),
    // Defaults are whole values; the library's type also allows parts of them.
    defaultValues: defaultValues as DefaultValues<Values>,
    shouldFocusError: false,
  });
  const [failure, setFailure] = useState<ActionForm["failure"]>(null);
  const [failures, setFailures] = useState(0);
  const [leading, startLeading] = useTransition();

  function fail(reason: ActionForm["failure"]): void {
    if (reason?.code === "invalid") {
      for (const [path, message] of Object.entries(reason.fields))
        form.setError(path as Path<Values>, { type: "server", message });
    }
    setFailure(reason);
    setFailures((count) => count + 1);
  }

  async function send(values: Values): Promise<void> {
    setFailure(null);
    const result = await action(values).catch((error: unknown) => {
      // An action that leads to another page says so by an error of the framework.
      unstable_rethrow(error);
      return null;
    });
    if (!result) return fail({ code: "unexpected" });
    if (!result.ok) return fail(result.failure);
    form.reset(form.getValues(), { keepValues: true });
    startLeading(() => onSuccess?.(result.value));
  }

  const submit = useOneAtATime(
    form.handleSubmit(send, () => fail(null)),
    leading,
  );

  return {
    form,
    failure,
    failures,
    pending: form.formState.isSubmitting || leading,
    submit,
    formAction: () => submit(),
  };
}
