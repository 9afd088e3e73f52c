import type { ReactNode } from "react";
import { ChartFrame, type ChartRow, inWords } from "@/ui/chart/frame";
import { classes } from "@/ui/classes";

/** From `at` on the curve stands at `value`, between `low` and `high`. Values are shares, 0 to 1. */
export type Step = { at: number; value: number; low: number; high: number };

export type StepCurveProps = {
  title: string;
  sub: ReactNode;
  steps: Step[];
  /** Where the axis ends. */
  until: number;
  /** The places of the axis with their names, and below each a number such as how many are left. */
  ticks: { at: number; label: string; below: string }[];
  /** What the numbers below the axis are. */
  belowLabel: string;
  /** A point of the curve that is named. */
  mark?: { at: number; value: number; text: string };
  /** Writes a share: "50%". */
  percent: (share: number) => string;
  /** The same in a table. */
  rows: ChartRow[];
};

const height = 160;
const shares = [0, 0.25, 0.5, 0.75, 1];

/** A curve that rises in steps, with its band: how many have got there by when. */
export function StepCurve(props: StepCurveProps) {
  const { title, sub, steps, until, ticks, belowLabel, mark, percent, rows } = props;
  const x = (at: number) => (100 * at) / until;
  const y = (share: number) => height * (1 - share);
  const start = (at: number) => ({ insetInlineStart: `${x(at)}%` });
  return (
    <ChartFrame title={title} sub={sub} rows={rows}>
      <div role="img" aria-label={inWords(title, rows)} className="figures mt-4 flex gap-2 text-xs">
        <div className="relative w-9 shrink-0 text-end text-ink-3">
          {shares.map((share) => (
            <span key={share} className="absolute end-0" style={{ insetBlockStart: y(share) - 8 }}>
              {percent(share)}
            </span>
          ))}
        </div>
        <div className="relative me-6 min-w-0 flex-1" style={{ blockSize: height + 60 }}>
          <svg
            aria-hidden="true"
            viewBox={`0 0 100 ${height}`}
            preserveAspectRatio="none"
            height={height}
            className="absolute inset-x-0 top-0 w-full overflow-visible rtl:-scale-x-100 [&_path]:[vector-effect:non-scaling-stroke]"
          >
            {shares.map((share) => (
              <path
                key={share}
                d={`M0 ${y(share)}H100`}
                className={share === 0 ? "stroke-line-strong" : "stroke-line"}
              />
            ))}
            <path d={bandPath(steps, until, x, y)} className="fill-band" />
            <path d={linePath(steps, until, x, y)} fill="none" strokeWidth="2" className="stroke-series-1" />
            {mark && (
              <path
                d={`M0 ${y(mark.value)}H${x(mark.at)}V${height}`}
                fill="none"
                strokeDasharray="3 3"
                className="stroke-ink-2"
              />
            )}
          </svg>
          {mark && (
            <span
              className="absolute ms-2 bg-surface px-1 font-strong whitespace-nowrap"
              style={{ ...start(mark.at), insetBlockStart: y(mark.value) + 6 }}
            >
              {mark.text}
            </span>
          )}
          {ticks.map((tick) => (
            <span
              key={tick.at}
              className={classes("absolute flex w-0 flex-col whitespace-nowrap", tick.at > 0 && "items-center")}
              style={{ ...start(tick.at), insetBlockStart: height + 4 }}
            >
              <span className="text-ink-3">{tick.label}</span>
              <span className="mt-5">{tick.below}</span>
            </span>
          ))}
          <span className="absolute start-0 text-ink-3" style={{ insetBlockStart: height + 22 }}>
            {belowLabel}
          </span>
        </div>
      </div>
    </ChartFrame>
  );
}

type Scale = (value: number) => number;

function linePath(steps: Step[], until: number, x: Scale, y: Scale): string {
  return `M0 ${y(0)}${steps.map(({ at, value }) => `H${x(at)}V${y(value)}`).join("")}H${x(until)}`;
}

/** Along the upper edge of the band and back along the lower one. */
function bandPath(steps: Step[], until: number, x: Scale, y: Scale): string {
  const upper = steps.map(({ at, high }) => `H${x(at)}V${y(high)}`).join("");
  const lower = steps.toReversed().map(({ at }, index) => {
    const before = steps[steps.length - 2 - index];
    return `H${x(at)}V${y(before?.low ?? 0)}`;
  });
  const last = steps.at(-1);
  return last ? `M0 ${y(0)}${upper}H${x(until)}V${y(last.low)}${lower.join("")}Z` : "";
}
