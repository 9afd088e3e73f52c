import { scaleLinear } from "d3-scale";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { ChartFrame, inWords } from "@/ui/chart/frame";
import { classes } from "@/ui/classes";

export type Bar = {
  label: string;
  value: number;
  /** The value as people write it; it stands at the end of the bar. */
  text: string;
  /** The rows behind the value. */
  href?: string;
  tone?: "strong" | "quiet" | "warning";
};

export type BarChartProps = {
  title: string;
  sub: ReactNode;
  rows: Bar[];
  /** A line across all bars, such as a target. */
  reference?: { value: number; text: string };
};

const fills = { strong: "fill-series-1", quiet: "fill-series-2", warning: "fill-warning-solid" };

/** Bars that lie, longest name first readable: the value is written at the end of each bar, so no axis is needed. */
export function BarChart({ title, sub, rows, reference }: BarChartProps) {
  const highest = Math.max(0, reference?.value ?? 0, ...rows.map((row) => row.value));
  const x = scaleLinear([0, highest > 0 ? highest : 1], [0, 100]).nice(5);
  const linked = rows.some((row) => row.href);
  const lines = x.ticks(5).map(x);
  return (
    <ChartFrame title={title} sub={sub} rows={rows}>
      <div className={classes("relative mt-3", reference && "pt-5")}>
        <Grid lines={lines} reference={reference && { at: x(reference.value), text: reference.text }} />
        {linked ? (
          <ul className="relative">
            {rows.map((row) => (
              <li key={row.label}>
                <LinkedBar row={row} at={x(Math.max(0, row.value))} />
              </li>
            ))}
          </ul>
        ) : (
          <div role="img" aria-label={inWords(title, rows)} className="relative">
            {rows.map((row) => (
              <BarLine key={row.label} row={row} at={x(Math.max(0, row.value))} />
            ))}
          </div>
        )}
      </div>
    </ChartFrame>
  );
}

function LinkedBar({ row, at }: { row: Bar; at: number }) {
  if (!row.href) return <BarLine row={row} at={at} />;
  return (
    <NextLink
      href={row.href}
      prefetch={false}
      className="group block rounded-sm text-ink no-underline -outline-offset-2 hover:bg-hover/60"
    >
      <BarLine row={row} at={at} />
    </NextLink>
  );
}

// One grid for the lines and the bars, so that they meet.
const columns = "grid grid-cols-[minmax(0,6.5rem)_minmax(0,1fr)] gap-x-3 sm:grid-cols-[minmax(0,8.5rem)_minmax(0,1fr)]";
/** Room behind the longest bar for its value. */
const room = "me-18";

function BarLine({ row, at }: { row: Bar; at: number }) {
  return (
    <span className={classes(columns, "min-h-8.5 items-center py-1")}>
      <span className="text-xs wrap-anywhere underline-offset-3 group-hover:underline">{row.label}</span>
      <span className={classes("relative block h-5.5", room)}>
        <svg aria-hidden="true" className="block size-full rtl:-scale-x-100">
          <rect width={`${at}%`} height="100%" rx="3" className={fills[row.tone ?? "strong"]} />
        </svg>
        <span
          className="absolute inset-y-0 ms-1 flex items-center text-xs font-strong whitespace-nowrap"
          style={{ insetInlineStart: `${at}%` }}
        >
          <span className="figures rounded-xs bg-surface px-1 group-hover:bg-transparent">{row.text}</span>
        </span>
      </span>
    </span>
  );
}

function Grid({ lines, reference }: { lines: number[]; reference?: { at: number; text: string } }) {
  return (
    <div aria-hidden="true" className={classes(columns, "pointer-events-none absolute inset-0")}>
      <span />
      <span className={classes("relative", room)}>
        <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible rtl:-scale-x-100">
          {lines.map((at, index) => (
            <line
              key={at}
              x1={`${at}%`}
              x2={`${at}%`}
              y1={reference ? 20 : 0}
              y2="100%"
              className={index === 0 ? "stroke-line-strong" : "stroke-line"}
            />
          ))}
          {reference && (
            <line
              x1={`${reference.at}%`}
              x2={`${reference.at}%`}
              y1="20"
              y2="100%"
              strokeDasharray="3 3"
              className="stroke-ink-2"
            />
          )}
        </svg>
        {reference && (
          <span
            className="absolute top-0 flex w-0 justify-center text-xs whitespace-nowrap"
            style={{ insetInlineStart: `${reference.at}%` }}
          >
            {reference.text}
          </span>
        )}
      </span>
    </div>
  );
}
