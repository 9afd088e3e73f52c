import NextLink from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/ui/icon";

export type Crumb = { label: string; href?: string };

/** Where am I: the last crumb is this page. */
export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("ui.shell");
  return (
    <nav aria-label={t("whereAmI")} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2 whitespace-nowrap text-ink-3">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li
              key={crumb.href ?? crumb.label}
              className={last ? "flex min-w-0 items-center gap-2" : "hidden items-center gap-2 sm:flex"}
            >
              {index > 0 && <Icon name="chevron-right" size="sm" className="hidden sm:inline-block" />}
              {last || !crumb.href ? (
                <span aria-current={last ? "page" : undefined} className="truncate text-ink">
                  {crumb.label}
                </span>
              ) : (
                <NextLink href={crumb.href} className="py-1 text-ink-2 underline-offset-3 hover:underline">
                  {crumb.label}
                </NextLink>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The crumbs of one page, laid over the top bar of a shell that stays while pages change. */
export function PageCrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <div className="fixed start-14 top-0 z-30 flex h-top max-w-[calc(100vw-12rem)] items-center md:start-[calc(var(--spacing-side)+2rem)] md:max-w-[calc(100vw-var(--spacing-side)-27rem)] print:hidden">
      <Crumbs crumbs={crumbs} />
    </div>
  );
}
