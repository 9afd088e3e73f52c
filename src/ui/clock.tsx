import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import { Icon } from "@/ui/icon";

export type ClockTone = "calm" | "soon" | "late" | "stopped";

/** From the last third on it is soon; from the last minute on it is late. Minutes are business minutes. */
export function clockTone(usedMinutes: number, totalMinutes: number): ClockTone {
  if (usedMinutes >= totalMinutes) return "late";
  return usedMinutes * 3 >= totalMinutes * 2 ? "soon" : "calm";
}

export type ClockProps = {
  /** When it is due, in words, with the zone where it matters. */
  due: ReactNode;
  /** Who has it, or what is left. */
  left?: ReactNode;
  /** What happens when it runs out. */
  consequence?: ReactNode;
  usedMinutes: number;
  totalMinutes: number;
  /** The meter in words: "11 of 16 business hours used". */
  meterLabel: string;
  /** The clock does not run, for example while the other side has the question. */
  stopped?: boolean;
};

const ink: Record<ClockTone, string> = {
  calm: "text-ink-2",
  soon: "text-warning-ink",
  late: "text-critical-ink",
  stopped: "text-ink-3",
};
const bar: Record<ClockTone, string> = {
  calm: "bg-series-1",
  soon: "bg-warning-solid",
  late: "bg-critical-solid",
  stopped: "bg-line-strong",
};

export function Clock({ due, left, consequence, usedMinutes, totalMinutes, meterLabel, stopped }: ClockProps) {
  const tone = stopped ? "stopped" : clockTone(usedMinutes, totalMinutes);
  const share = totalMinutes > 0 ? Math.min(100, Math.max(0, (100 * usedMinutes) / totalMinutes)) : 100;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2.5 gap-y-1">
      <Icon
        name={stopped ? "timer-off" : tone === "late" ? "circle-alert" : "timer"}
        className={classes("mt-0.5", ink[tone])}
      />
      <p>
        <b className={tone === "late" ? "text-critical-ink" : undefined}>{due}</b>
        {left && <span className="text-ink-2"> {left}</span>}
      </p>
      <div
        role="meter"
        aria-label={meterLabel}
        aria-valuemin={0}
        aria-valuemax={totalMinutes}
        aria-valuenow={Math.min(usedMinutes, totalMinutes)}
        aria-valuetext={meterLabel}
        className="col-span-2 mt-1 h-1 overflow-hidden rounded-xs bg-line print:border print:border-line-strong"
      >
        <div className={classes("h-full rounded-xs", bar[tone])} style={{ inlineSize: `${share}%` }} />
      </div>
      {consequence && <p className="col-start-2 mt-0.5 text-xs text-ink-2">{consequence}</p>}
    </div>
  );
}
