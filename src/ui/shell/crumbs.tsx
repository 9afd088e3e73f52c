import NextLink from "next/link";
import { useTranslations } from "next-intl";
import { classes } from "@/ui/classes";
import { Icon } from "@/ui/icon";
import { WindowTitle } from "@/ui/window-title";

export type Crumb = { label: string; href?: string };

/** Where am I: the last crumb is this page. A phone shows it with the way back. */
export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("ui.shell");
  const back = crumbs.slice(0, -1).findLast((crumb) => crumb.href);
  return (
    <nav aria-label={t("whereAmI")} className="flex min-w-0 items-center gap-1">
      {back?.href && (
        <NextLink
          href={back.href}
          aria-label={back.label}
          className="-ms-2 grid size-10 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-hover sm:hidden"
        >
          <Icon name="chevron-left" />
        </NextLink>
      )}
      <ol className="flex min-w-0 items-center gap-2 whitespace-nowrap text-ink-3">
        {crumbs.map((crumb, index) => (
          <CrumbItem
            key={crumb.href ?? crumb.label}
            {...crumb}
            first={index === 0}
            last={index === crumbs.length - 1}
          />
        ))}
      </ol>
    </nav>
  );
}

function CrumbItem({ label, href, first, last }: Crumb & { first: boolean; last: boolean }) {
  return (
    <li className={classes("min-w-0 items-center gap-2", last ? "flex" : "hidden sm:flex")}>
      {!first && (
        <span className="hidden sm:flex">
          <Icon name="chevron-right" size="sm" />
        </span>
      )}
      {last || !href ? (
        <span aria-current={last ? "page" : undefined} className="truncate text-ink">
          {label}
        </span>
      ) : (
        <NextLink href={href} className="truncate py-1 text-ink-2 underline-offset-3 hover:underline">
          {label}
        </NextLink>
      )}
    </li>
  );
}

/**
 * The crumbs of one page, laid over the top bar of a shell that stays while pages change. The window is named after the
 * last one, or after `title` where that says more.
 */
export function PageCrumbs({ crumbs, title }: { crumbs: Crumb[]; title?: string }) {
  const name = title ?? crumbs.at(-1)?.label ?? "";
  return (
    <div className="fixed start-14 top-0 z-30 flex h-top max-w-[calc(100vw-12rem)] items-center md:start-[calc(var(--spacing-side)+2rem)] md:max-w-[calc(100vw-var(--spacing-side)-27rem)] print:hidden">
      <WindowTitle name={name} />
      <Crumbs crumbs={crumbs} />
    </div>
  );
}
