import type { ReactNode } from "react";
import { classes } from "@/ui/classes";

export type PageHeadProps = {
  /** The answer to the question of the page, in words. */
  title: ReactNode;
  /** `answer` is the one large sentence of an executive page. */
  size?: "title" | "answer";
  /** How many, right after the title of a list. */
  count?: ReactNode;
  chips?: ReactNode;
  /** One line below the title, or several facts side by side. */
  sub?: ReactNode;
  facts?: ReactNode[];
  /** Secondary actions, before the primary one. */
  actions?: ReactNode;
  /** The one primary action: top right, and in the bar at the bottom of a phone. */
  primary?: ReactNode;
  /** Shown only in the bar of a phone, above the action: the clock in a few words. */
  barNote?: ReactNode;
};

export function PageHead({
  title,
  size = "title",
  count,
  chips,
  sub,
  facts,
  actions,
  primary,
  barNote,
}: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 md:flex-nowrap">
      <div className={classes("min-w-0 grow md:grow-0 md:basis-auto", size === "answer" ? "basis-full" : "basis-56")}>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <h1
            className={classes(
              "me-1 min-w-0 text-balance wrap-anywhere",
              size === "answer"
                ? "max-w-[30ch] text-lg tracking-tighter sm:text-xl [&_a]:underline [&_a]:decoration-accent [&_a]:decoration-2 [&_a]:underline-offset-5"
                : "text-lg tracking-tight",
            )}
          >
            {title}
            {count !== undefined && <span className="figures ms-1.5 font-normal text-ink-3">{count}</span>}
          </h1>
          {chips}
        </div>
        {sub && <p className={classes("max-w-[84ch] text-ink-2", size === "answer" ? "mt-2.5" : "mt-1")}>{sub}</p>}
        {facts && <Facts facts={facts} />}
      </div>
      {(actions || primary) && (
        <div className="flex flex-wrap items-center gap-2 empty:hidden md:shrink-0 md:flex-nowrap md:justify-end">
          {actions}
          {primary && <PhoneBar note={barNote}>{primary}</PhoneBar>}
        </div>
      )}
    </div>
  );
}

/** Facts side by side with a dot between; a line never begins with a dot. */
function Facts({ facts }: { facts: ReactNode[] }) {
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a page have no other identity
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}

/** In the flow of the page on a desk; in reach of the thumb on a phone. */
export function PhoneBar({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div
      data-phone-bar
      className="print:hidden max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-4 max-md:pt-2.5 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))]"
    >
      {note && <div className="mb-2 text-xs text-ink-2 md:hidden">{note}</div>}
      <div className="flex items-center gap-2 max-md:[&>button]:h-11 max-md:[&>button]:flex-1 max-md:[&>button]:text-base max-md:[&>a]:h-11 max-md:[&>a]:flex-1">
        {children}
      </div>
    </div>
  );
}
