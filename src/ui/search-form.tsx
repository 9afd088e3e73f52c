"use client";

import { useRef } from "react";
import { Button } from "@/ui/button";
import { useKey } from "@/ui/use-key";

type Props = {
  /** The list; what is searched for goes into its address as `search`. */
  action: string;
  /** What can be searched for. */
  label: string;
  button: string;
  words?: string;
  /** Conditions of the list that stay. */
  keep?: Readonly<Record<string, string>>;
};

/** The search of a list, also with `/`. A plain form: the address is the state. */
export function SearchForm({ action, label, button, words, keep = {} }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useKey("/", () => field.current?.select());
  return (
    <form action={action} role="search" className="flex min-w-0 items-center gap-2 max-sm:w-full">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        ref={field}
        type="search"
        name="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        defaultValue={words}
        className="h-10 w-60 max-w-full min-w-0 rounded-md border border-control bg-surface px-2.5 max-sm:flex-1 max-sm:text-base sm:h-8"
      />
      <Button type="submit" className="max-sm:h-10">
        {button}
      </Button>
    </form>
  );
}
