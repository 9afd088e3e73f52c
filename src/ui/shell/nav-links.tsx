"use client";

import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";

export type NavPlace = {
  href: string;
  /** Other addresses that belong to the place. */
  covers?: readonly string[];
  label: string;
  icon: ReactNode;
  count?: { text: string; label: string };
};

/** Whether an address is the root of a portal: a page of its own, of which the others are no part. */
const isRoot = (href: string) => href.lastIndexOf("/") === 0;

/** The place whose address is the longest beginning of this one, so that a record lights up its list. */
export function activePlace(
  places: readonly { href: string; covers?: readonly string[] }[],
  pathname: string,
): string | undefined {
  return places
    .flatMap((place) => [place.href, ...(place.covers ?? [])].map((address) => ({ address, href: place.href })))
    .filter(({ address }) => pathname === address || (!isRoot(address) && pathname.startsWith(`${address}/`)))
    .sort((a, b) => b.address.length - a.address.length)[0]?.href;
}

export function NavLinks({ places, drawerId }: { places: NavPlace[]; drawerId: string }) {
  const pathname = usePathname();
  const active = activePlace(places, pathname);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is the reason to close the drawer
  useEffect(() => {
    const drawer = document.getElementById(drawerId);
    if (drawer?.matches(":popover-open")) drawer.hidePopover();
  }, [pathname, drawerId]);

  return (
    <ul className="grid gap-px">
      {places.map((place) => (
        <li key={place.href}>
          <NextLink
            href={place.href}
            aria-current={place.href === active ? (pathname === active ? "page" : "true") : undefined}
            className="group flex h-10 items-center gap-2.5 rounded-md px-2 text-ink-2 transition-colors hover:bg-hover aria-[current]:bg-pressed aria-[current]:font-strong aria-[current]:text-ink md:h-8"
          >
            <span className="flex text-ink-3 group-aria-[current]:text-accent-ink">{place.icon}</span>
            <span className="truncate">{place.label}</span>
            {place.count && (
              <span className="figures ms-auto text-xs font-normal text-ink-2">
                <span aria-hidden="true">{place.count.text}</span>
                <span className="sr-only">{place.count.label}</span>
              </span>
            )}
          </NextLink>
        </li>
      ))}
    </ul>
  );
}
