import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { classes } from "@/ui/classes";

const width = 200;
const height = 32;

/** The shape of the last periods, oldest first; the figure beside it says the number, so it is only decoration. */
export function Sparkline({ values, className }: { values: number[]; className?: string }) {
  if (values.length < 2) return null;
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const x = scaleLinear([0, values.length - 1], [0, width]);
  const y = scaleLinear([low, high > low ? high : low + 1], [height - 1, 2]);
  const path = line<number>((_, index) => x(index), y)(values) ?? "";
  const below = area<number>((_, index) => x(index), y(low), y)(values) ?? "";
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={classes("block h-8 w-full rtl:-scale-x-100", className)}
    >
      <path d={below} className="fill-band" />
      <path
        d={path}
        className="fill-none stroke-series-1 [stroke-linejoin:round] stroke-[1.5]"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
