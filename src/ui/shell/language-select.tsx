"use client";

import { type ReactNode, useTransition } from "react";
import { QuietSelect } from "@/ui/shell/quiet-select";

export type Languages = {
  current: string;
  /** Names in their own language. */
  options: { value: string; name: string }[];
  /** Remembers the choice and shows the page again. */
  choose: (locale: string) => Promise<void>;
};

export function LanguageSelect({
  label,
  icon,
  current,
  options,
  choose,
}: Languages & { label: string; icon: ReactNode }) {
  const [, startTransition] = useTransition();
  return (
    <QuietSelect
      label={label}
      icon={icon}
      name="language"
      current={current}
      options={options}
      onChange={(value) => startTransition(() => choose(value))}
    />
  );
}
