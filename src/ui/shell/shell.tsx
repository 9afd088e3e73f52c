import NextLink from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/ui/avatar";
import { IconButton, IconLink } from "@/ui/button";
import { Icon, type IconName } from "@/ui/icon";
import { type BrandLogo, BrandMark } from "@/ui/shell/brand-mark";
import { type Crumb, Crumbs } from "@/ui/shell/crumbs";
import { Hydrated } from "@/ui/shell/hydrated";
import { LanguageSelect, type Languages } from "@/ui/shell/language-select";
import { NavLinks } from "@/ui/shell/nav-links";
import type { Theme } from "@/ui/shell/theme";
import { ThemeSelect } from "@/ui/shell/theme-select";

export type Place = {
  href: string;
  /** Other addresses that belong to the place. */
  covers?: readonly string[];
  label: string;
  icon: IconName;
  /** Only where work waits. */
  count?: number;
};

export type ShellProps = {
  organisation: string;
  logo?: BrandLogo | null;
  /** What this portal is for the reader: "Partner portal", "Channel", "Executive". */
  portal: string;
  /** At most eight; the first is home. */
  places: Place[];
  /** The other portals the reader may enter. */
  otherPortals?: Place[];
  /** `href` leads to the own profile. */
  person: { name: string; detail: string; href?: string };
  theme: Theme;
  languages?: Languages;
  /** A page below a layout that keeps the shell brings its own with `PageCrumbs`. */
  crumbs?: Crumb[];
  /** The search of the top bar. */
  search?: ReactNode;
  inbox?: { href: string; count: number };
  help?: { href: string };
  /** Shown above the page, for example while one person sees the portal as another. */
  banner?: ReactNode;
  /** A plain form posts there. */
  signOut: string;
  children: ReactNode;
};

const drawerId = "places";

export function Shell(props: ShellProps) {
  const t = useTranslations("ui.shell");
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[var(--spacing-side)_minmax(0,1fr)] print:block">
      <Hydrated />
      <a
        href="#main"
        className="fixed start-2 -top-16 z-50 rounded-md bg-raised px-3 py-2 font-strong text-ink shadow-float focus:top-2"
      >
        {t("skip")}
      </a>
      <Sidebar {...props} />
      <div className="flex min-h-dvh min-w-0 flex-col bg-surface print:block">
        <TopBar {...props} />
        {props.banner}
        <main
          id="main"
          tabIndex={-1}
          className="w-full max-w-content flex-1 px-4 pt-5 pb-10 outline-none has-data-bleed:max-w-none has-data-bleed:p-0 has-data-phone-bar:pb-28 md:px-8 md:pt-7 md:pb-12 md:has-data-phone-bar:pb-12 print:max-w-none print:p-0"
        >
          {props.children}
        </main>
      </div>
    </div>
  );
}

/** One list of places: it stands at the side, and on a phone it is a drawer that works without any script. */
function Sidebar({
  organisation,
  logo,
  portal,
  places,
  otherPortals = [],
  person,
  theme,
  languages,
  signOut,
}: ShellProps) {
  const t = useTranslations("ui.shell");
  return (
    <aside
      id={drawerId}
      popover="auto"
      aria-label={t("sidebar")}
      className="inset-y-0 start-0 m-0 h-dvh max-h-none w-70 -translate-x-full border-e border-line bg-canvas p-0 text-ink shadow-float transition-[translate,display,overlay] transition-discrete backdrop:bg-backdrop open:translate-x-0 md:relative md:block md:h-auto md:w-auto md:translate-x-0 md:overflow-visible md:shadow-none md:transition-none rtl:translate-x-full rtl:open:translate-x-0 rtl:md:translate-x-0 starting:open:-translate-x-full rtl:starting:open:translate-x-full print:hidden"
    >
      <div className="flex h-full flex-col overflow-y-auto p-2 md:sticky md:top-0 md:h-dvh">
        <NextLink
          href={places[0]?.href ?? "/"}
          className="flex h-11 shrink-0 items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover"
        >
          <BrandMark organisation={organisation} logo={logo ?? null} portal={portal} />
        </NextLink>
        <nav aria-label={t("places")} className="mt-3">
          <NavLinks
            drawerId={drawerId}
            places={places.map(({ icon, count, ...place }) => ({
              ...place,
              icon: <Icon name={icon} />,
              count: count ? { text: String(count), label: t("waiting", { count }) } : undefined,
            }))}
          />
        </nav>
        <div className="mt-auto pt-4">
          {otherPortals.length > 0 && (
            <nav aria-label={t("portals")} className="pb-2">
              <NavLinks
                drawerId={drawerId}
                places={otherPortals.map(({ icon, href, label }) => ({ href, label, icon: <Icon name={icon} /> }))}
              />
            </nav>
          )}
          <div className="flex flex-wrap items-center justify-between gap-x-2 border-t border-line px-0.5 pt-2 pb-1">
            {languages && <LanguageSelect label={t("language")} icon={<Icon name="languages" />} {...languages} />}
            <ThemeSelect
              current={theme}
              label={t("theme")}
              icon={<Icon name="sun-moon" />}
              names={{ system: t("themes.system"), light: t("themes.light"), dark: t("themes.dark") }}
            />
          </div>
          <div className="flex items-center gap-2.5 py-1.5 ps-2">
            <Person {...person} />
            <form action={signOut} method="post">
              <IconButton type="submit" label={t("signOut")} icon={<Icon name="log-out" />} />
            </form>
          </div>
        </div>
      </div>
    </aside>
  );
}

function Person({ name, detail, href }: ShellProps["person"]) {
  const t = useTranslations("ui.shell");
  const shown = (
    <>
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate leading-4.5 font-strong">{name}</span>
        <span className="line-clamp-2 text-xs text-ink-3">{detail}</span>
      </span>
    </>
  );
  const look = "flex min-w-0 flex-1 items-center gap-2.5 rounded-md py-1";
  if (!href) return <span className={look}>{shown}</span>;
  return (
    <NextLink href={href} aria-label={t("profile", { name })} className={`${look} -ms-1 ps-1 hover:bg-hover`}>
      {shown}
    </NextLink>
  );
}

function TopBar({ crumbs, search, inbox, help }: ShellProps) {
  const t = useTranslations("ui.shell");
  return (
    <header className="sticky top-0 z-20 flex h-top shrink-0 items-center gap-1 border-b border-line bg-surface px-2 md:gap-2 md:ps-8 md:pe-6 print:hidden">
      <IconButton label={t("openMenu")} icon={<Icon name="menu" />} popoverTarget={drawerId} className="md:hidden" />
      {crumbs && <Crumbs crumbs={crumbs} />}
      <span className="flex-1" />
      {search}
      {inbox && (
        <IconLink
          href={inbox.href}
          label={t("inbox", { count: inbox.count })}
          icon={
            <>
              <Icon name="bell" />
              {inbox.count > 0 && (
                <span className="absolute end-0 top-px h-4 min-w-4 rounded-full bg-accent px-1 text-center text-2xs font-strong text-on-accent ring-2 ring-surface">
                  {inbox.count > 99 ? "99+" : inbox.count}
                </span>
              )}
            </>
          }
        />
      )}
      {help && <IconLink href={help.href} label={t("help")} icon={<Icon name="circle-question-mark" />} />}
    </header>
  );
}
