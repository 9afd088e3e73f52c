"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";

type Props = {
  name: string;
  /** One of several that the field may hold; without it the field is yes or no. */
  value?: string;
  label: string;
  help?: ReactNode;
};

/** A box to tick. */
export function CheckField({ name, value, label, help }: Props) {
  const { register } = useFormContext();
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1">
      <input type="checkbox" value={value} className="mt-0.75 size-4 shrink-0 accent-accent" {...register(name)} />
      <span>
        {label}
        {help && <span className="block text-xs text-ink-3">{help}</span>}
      </span>
    </label>
  );
}
