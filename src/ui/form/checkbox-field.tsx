"use client";

import { FieldError, FieldHelp, type FieldProps, useControl } from "./field";
import { useLabel } from "./form-around";
import { useTyped } from "./use-typed";

/** One thing that is so or not, said by a tick. */
export function CheckboxField({ name, label, help }: Omit<FieldProps, "optional">) {
  const { initial, attributes } = useTyped(name);
  const described = useControl(name, help);
  useLabel(name, label);
  return (
    <div className="min-w-0">
      <label className="flex min-h-6 items-start gap-2.5 text-base">
        <input
          type="checkbox"
          defaultChecked={initial === true}
          className="mt-0.5 size-5 shrink-0 accent-accent"
          {...described.attributes}
          {...attributes}
        />
        <span>{label}</span>
      </label>
      {help && <FieldHelp id={described.id}>{help}</FieldHelp>}
      {described.error && <FieldError id={described.id} message={described.error} />}
    </div>
  );
}
