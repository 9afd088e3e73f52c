"use client";

import type { ReactNode } from "react";
import { useTyped } from "./use-typed";

export type RadioOption = { value: string; label: string; help?: ReactNode };

const choice =
  "flex min-h-11 items-start gap-2.5 rounded-md border border-control bg-surface px-3 py-2.25 text-base transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

/** One choice of a group, as large as a finger. */
export function RadioChoice({ name, option }: { name: string; option: RadioOption }) {
  const { initial, attributes } = useTyped(name);
  return (
    <label className={choice}>
      <input
        type="radio"
        value={option.value}
        defaultChecked={initial === option.value}
        className="mt-1 size-4 shrink-0 accent-accent outline-none"
        {...attributes}
      />
      <span>
        {option.label}
        {option.help && <span className="block text-sm text-ink-2">{option.help}</span>}
      </span>
    </label>
  );
}
