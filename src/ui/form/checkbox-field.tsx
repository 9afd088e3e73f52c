"use client";

import { FieldError, FieldHelp, type FieldProps, useControl } from "./field";
import { useTyped } from "./use-typed";

/** Yes or no; the value is true or false. */
export function CheckboxField({ name, label, help }: Omit<FieldProps, "optional">) {
  const { initial, attributes } = useTyped(name);
  const described = useControl(name, help);
  return (
    <div className="min-w-0">
      <label className="flex min-h-11 items-start gap-2.5 py-2.25 text-base">
        <input
          type="checkbox"
          defaultChecked={initial === true}
          className="mt-1 size-4 shrink-0 accent-accent"
          {...described.attributes}
          {...attributes}
        />
        {label}
      </label>
      {help && (
        <div className="-mt-1.5 ps-6.5">
          <FieldHelp id={described.id}>{help}</FieldHelp>
        </div>
      )}
      {described.error && <FieldError id={described.id} message={described.error} />}
    </div>
  );
}
