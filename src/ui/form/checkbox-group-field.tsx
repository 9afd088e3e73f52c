"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { FieldError, FieldHelp, type FieldProps, LabelText, useControl } from "./field";
import { useLabel } from "./form-around";

export type CheckboxOption = { value: string; label: string; help?: ReactNode };

const choice =
  "flex min-h-11 items-start gap-2.5 rounded-md border border-control bg-surface px-3 py-2.25 text-base transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

/** Any number of choices; the form holds them as a list. */
export function CheckboxGroupField({ options, ...field }: FieldProps & { options: readonly CheckboxOption[] }) {
  const { id, error, attributes } = useControl(field.name, field.help);
  const { register } = useFormContext();
  useLabel(field.name, field.label);
  return (
    <fieldset aria-describedby={attributes["aria-describedby"]} className="min-w-0">
      <legend className="text-base font-strong">
        <LabelText label={field.label} optional={field.optional} />
      </legend>
      {field.help && <FieldHelp id={id}>{field.help}</FieldHelp>}
      <div className="mt-1.5 grid gap-2">
        {options.map((option) => (
          <label key={option.value} className={choice}>
            <input
              type="checkbox"
              value={option.value}
              aria-invalid={attributes["aria-invalid"]}
              className="mt-1 size-4 shrink-0 accent-accent outline-none"
              {...register(field.name)}
            />
            <span>
              {option.label}
              {option.help && <span className="block text-sm text-ink-2">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={id} message={error} />}
    </fieldset>
  );
}
