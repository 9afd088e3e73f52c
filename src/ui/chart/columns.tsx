import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { ChartFrame, inWords } from "@/ui/chart/frame";
import { classes } from "@/ui/classes";

export type Column = {
  /** Below the column: "Sep". */
  label: string;
  /** Below the label, where it changes: "2026". */
  sub?: string;
  value: number;
  /** The value as people write it. */
  text: string;
  /** The rows behind the value; the table links to them. */
  href?: string;
  /** What the value is made of, one for each series, from the bottom up. */
  parts?: { value: number; text: string }[];
};

export type ColumnChartProps = {
  title: string;
  sub: ReactNode;
  points: Column[];
  /** Writes a value of the axis, short, such as "€2M"; without it the axis has no numbers. */
  format?: (value: number) => string;
  /** The names of the parts, from the bottom up: a strong one and a quiet one. */
  series?: string[];
  /** A line across all columns, such as a target. */
  reference?: { value: number; text: string };
};

const height = 176;
/** Room above the highest column for its value. */
const above = 20;

/** Which columns carry their value: all where they are few, else the last and the highest. */
export function labelled(values: number[]): ReadonlySet<number> {
  if (values.length <= 6) return new Set(values.keys());
  const last = values.length - 1;
  const highest = values.indexOf(Math.max(...values));
  // Two values side by side would run into each other.
  return new Set(last - highest >= 2 ? [highest, last] : [last]);
}

/** Twelve months or so, oldest first. */
export function ColumnChart({ title, sub, points, format, series, reference }: ColumnChartProps) {
  const values = points.map((point) => point.value);
  const highest = Math.max(0, reference?.value ?? 0, ...values);
  const y = scaleLinear([Math.min(0, ...values), highest > 0 ? highest : 1], [height, above]).nice(4);
  const x = scaleBand<number>([...points.keys()], [0, 100]).padding(0.32);
  const ticks = y.ticks(4);
  const shown = labelled(values);
  const place = (index: number) => ({ insetInlineStart: `${x(index) ?? 0}%`, inlineSize: `${x.bandwidth()}%` });
  return (
    <ChartFrame
      title={title}
      sub={sub}
      series={series}
      rows={points.map((point) => ({ ...point, parts: point.parts?.map((part) => part.text) }))}
    >
      <div role="img" aria-label={inWords(title, points)} className="figures mt-2 flex gap-2 text-xs">
        {format && <Axis ticks={ticks.map((tick) => ({ text: format(tick), at: y(tick) }))} />}
        <div className="relative me-2 min-w-0 flex-1" style={{ blockSize: height + 40 }}>
          <svg
            aria-hidden="true"
            className="absolute inset-x-0 top-0 w-full overflow-visible rtl:-scale-x-100"
            height={height}
          >
            {ticks.map((tick) => (
              <line
                key={tick}
                x2="100%"
                y1={y(tick)}
                y2={y(tick)}
                className={tick === 0 ? "stroke-line-strong" : "stroke-line"}
              />
            ))}
            {points.map((point, index) =>
              stacked(point).map(([from, to], part) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place on the axis, and a part its place in it
                  key={`${index} ${part}`}
                  x={`${x(index) ?? 0}%`}
                  width={`${x.bandwidth()}%`}
                  y={Math.min(y(from), y(to))}
                  // A hairline of the ground between one part and the next.
                  height={Math.max(0, Math.abs(y(from) - y(to)) - (part > 0 ? 1.5 : 0))}
                  rx="2"
                  className={part > 0 ? "fill-series-2" : "fill-series-1"}
                />
              )),
            )}
            {reference && (
              <line
                x2="100%"
                y1={y(reference.value)}
                y2={y(reference.value)}
                strokeDasharray="3 3"
                className="stroke-ink-2"
              />
            )}
          </svg>
          {reference && (
            <span className="absolute start-0 bg-surface pe-1" style={{ insetBlockStart: y(reference.value) - 18 }}>
              {reference.text}
            </span>
          )}
          {points.map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place on the axis
            <span key={index}>
              {shown.has(index) && (
                <span
                  className={classes(
                    "absolute flex justify-center whitespace-nowrap text-ink",
                    // On a phone a column is narrower than its value, and nothing stands beside the last one to grow into.
                    index === points.length - 1 && "font-strong max-sm:justify-end",
                  )}
                  style={{ ...place(index), insetBlockStart: Math.min(y(0), y(point.value)) - 18 }}
                >
                  <span className={classes("bg-surface px-0.5", index === points.length - 1 && "max-sm:-me-3")}>
                    {point.text}
                  </span>
                </span>
              )}
              <Foot
                point={point}
                crowded={!point.sub && points.length > 8 && (points.length - index) % 2 === 0}
                style={place(index)}
              />
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

/** The parts of a column as spans of the axis; a column without parts is one span. */
export function stacked(point: Pick<Column, "value" | "parts">): [from: number, to: number][] {
  if (!point.parts) return [[0, point.value]];
  let sum = 0;
  return point.parts.map((part) => {
    const from = sum;
    sum += part.value;
    return [from, sum];
  });
}

/** The scale at the start; the widest number makes its width. */
function Axis({ ticks }: { ticks: { text: string; at: number }[] }) {
  return (
    <div className="relative shrink-0 text-end text-ink-3">
      {ticks.map((tick) => (
        <span key={tick.at} className="block">
          <span className="invisible block h-0 overflow-hidden">{tick.text}</span>
          <span className="absolute end-0 whitespace-nowrap" style={{ insetBlockStart: tick.at - 8 }}>
            {tick.text}
          </span>
        </span>
      ))}
    </div>
  );
}

type FootProps = { point: Column; crowded: boolean; style: { insetInlineStart: string; inlineSize: string } };

/** The name of a column; on a phone every second one where they are many. */
function Foot({ point, crowded, style }: FootProps) {
  return (
    <span className="absolute flex flex-col items-center text-ink-3" style={{ ...style, insetBlockStart: height + 4 }}>
      <span className={classes("whitespace-nowrap max-sm:text-2xs", crowded && "max-sm:invisible")}>{point.label}</span>
      {point.sub && <span className="whitespace-nowrap">{point.sub}</span>}
    </span>
  );
}
