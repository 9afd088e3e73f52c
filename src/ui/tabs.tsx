import NextLink from "next/link";
import type { ReactNode } from "react";

export type TabItem = { href: string; label: ReactNode; count?: ReactNode; current?: boolean };

/** Views of one list or one record, each with an address of its own. */
export function Tabs({ label, items }: { label?: string; items: TabItem[] }) {
  return (
    <nav aria-label={label} className="max-w-full min-w-0 overflow-x-auto print:hidden">
      <ul className="flex gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NextLink
              href={item.href}
              scroll={false}
              aria-current={item.current ? "page" : undefined}
              className="inline-flex h-10 items-center gap-1.5 rounded-md px-2.5 whitespace-nowrap text-ink-2 transition-colors hover:bg-hover -outline-offset-2 aria-[current]:bg-hover aria-[current]:font-strong aria-[current]:text-ink aria-[current]:inset-ring aria-[current]:inset-ring-line sm:h-7"
            >
              {item.label}
              {item.count !== undefined && <span className="figures text-xs font-normal text-ink-3">{item.count}</span>}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
