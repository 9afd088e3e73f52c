import NextLink from "next/link";
import { Children, type ReactNode } from "react";
import { Sparkline } from "@/ui/chart/sparkline";
import { classes } from "@/ui/classes";
import { Icon } from "@/ui/icon";
import { type Tone, toneInk } from "@/ui/tone";

const columns: Record<number, string> = {
  3: "sm:grid-cols-3",
  4: "lg:grid-cols-4",
  5: "sm:grid-cols-3 xl:grid-cols-5",
  6: "sm:grid-cols-3 xl:grid-cols-6",
};

/** Tiles side by side with hairlines between: two on a phone, then as many as there are. */
export function MetricStrip({ children }: { children: ReactNode }) {
  return (
    // Each tile draws the line before it and the line above it; the clip takes away those on the outer edges.
    <div className="overflow-clip border-y border-line in-[section]:border-t-0">
      <div
        className={classes(
          "-ms-[13px] -mt-px grid grid-cols-2 sm:-ms-[21px]",
          columns[Children.toArray(children).length],
        )}
      >
        {children}
      </div>
    </div>
  );
}

export type MetricTileProps = {
  label: ReactNode;
  figure: ReactNode;
  /** The list of the rows that make up the figure. */
  href: string;
  /** How many rows, in words: "163 invoice lines". */
  rows: ReactNode;
  /** The way since the last period; `tone` says whether that is good. */
  change?: { direction: "up" | "down" | "same"; text: ReactNode; tone?: Tone };
  /** Compared with what, the target, what is missing. */
  note?: ReactNode;
  /** The last periods, oldest first. */
  trend?: number[];
  size?: "md" | "lg";
};

const ways = { up: "arrow-up", down: "arrow-down", same: "equal" } as const;

export function MetricTile({ label, figure, href, rows, change, note, trend, size = "md" }: MetricTileProps) {
  return (
    <NextLink
      href={href}
      className="group flex min-w-0 flex-col border-s border-t border-line px-3 pt-3.5 pb-4 text-ink no-underline outline-hidden sm:px-5"
    >
      <span className="text-ink-2">{label}</span>
      <span
        className={classes(
          "figures mt-1 self-start rounded-xs font-strong tracking-tight wrap-anywhere decoration-1 underline-offset-4 outline-focus group-hover:underline group-focus-visible:outline-2",
          size === "lg" ? "text-lg sm:text-xl" : "text-lg",
        )}
      >
        {figure}
      </span>
      {(change || note) && (
        <span className="figures mt-0.5 flex flex-wrap gap-x-1.5 text-xs text-ink-3">
          {change && (
            <span
              className={classes("inline-flex items-center gap-0.5 font-strong", toneInk[change.tone ?? "neutral"])}
            >
              <Icon name={ways[change.direction]} size="sm" />
              {change.text}
            </span>
          )}
          {note && <span>{note}</span>}
        </span>
      )}
      <span className="figures mt-2 inline-flex items-center gap-1 text-xs text-accent-ink underline decoration-current/35 underline-offset-3 group-hover:decoration-current">
        {rows}
        <Icon name="arrow-right" size="sm" />
      </span>
      {trend && trend.length > 1 && <Sparkline values={trend} className="mt-auto box-content pt-2.5" />}
    </NextLink>
  );
}
