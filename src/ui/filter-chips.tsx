import NextLink from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/ui/icon";

export type FilterChip = {
  label: ReactNode;
  value: ReactNode;
  /** The same list without this condition. */
  removeHref: string;
  /** "Remove the filter on status". */
  removeLabel: string;
};

/** The conditions a list stands under; each can be taken away. */
export function FilterChips({ chips }: { chips: FilterChip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <li
          key={chip.removeHref}
          className="inline-flex h-10 max-w-full items-center gap-1.5 rounded-md border border-line-strong ps-2.5 pe-1 sm:h-7 print:pe-2.5"
        >
          <span className="min-w-0 truncate">
            <span className="text-ink-3">{chip.label}</span> {chip.value}
          </span>
          <NextLink
            href={chip.removeHref}
            scroll={false}
            aria-label={chip.removeLabel}
            title={chip.removeLabel}
            className="grid size-8 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink sm:size-6 print:hidden"
          >
            <Icon name="x" size="sm" />
          </NextLink>
        </li>
      ))}
    </ul>
  );
}
