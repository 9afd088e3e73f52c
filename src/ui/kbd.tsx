import type { ReactNode } from "react";

/** A key cap. Inside a button it takes the colour of the button. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-4.5 rounded-sm border border-line-strong bg-surface px-1 text-center font-sans text-2xs text-ink-2 in-data-[variant=primary]:border-current/40 in-data-[variant=primary]:bg-transparent in-data-[variant=primary]:text-inherit">
      {children}
    </kbd>
  );
}

/** The line of keys under a list: what each key does, in words. */
export function KeyHints({ hints }: { hints: { keys: string[]; does: string }[] }) {
  return (
    <ul className="hidden min-h-9 flex-wrap items-center gap-x-4.5 gap-y-1 text-xs text-ink-2 xl:flex print:hidden">
      {hints.map((hint) => (
        <li key={hint.does} className="inline-flex items-center gap-1.5">
          {hint.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {hint.does}
        </li>
      ))}
    </ul>
  );
}
