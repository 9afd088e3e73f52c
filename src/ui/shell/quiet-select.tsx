"use client";

import type { ReactNode } from "react";

export type QuietSelectProps = {
  label: string;
  icon: ReactNode;
  name: string;
  current: string;
  options: { value: string; name: string }[];
  onChange: (value: string) => void;
};

/** A native select that looks like a quiet button: the platform brings the list and the keyboard. */
export function QuietSelect({ label, icon, name, current, options, onChange }: QuietSelectProps) {
  return (
    <span className="relative inline-flex items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink">
      <span className="pointer-events-none absolute start-2 flex">{icon}</span>
      <select
        aria-label={label}
        name={name}
        defaultValue={current}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="field-sizing-content h-10 appearance-none rounded-md bg-transparent ps-7.5 pe-2 md:h-7"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-ink">
            {option.name}
          </option>
        ))}
      </select>
    </span>
  );
}
