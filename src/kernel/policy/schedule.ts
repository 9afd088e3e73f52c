import { addBusinessDays, addBusinessMinutes, type BusinessCalendar } from "../calendar";
import { addDays, addMonths, dayOf, fiscalQuarter, fiscalYear, type PlainDate, startOfDay } from "../dates";
import { type ClockStage, type Effect, type FactValue, type Hold, PolicyDefect } from "./language";

/** When a changed answer counts, and from when on the partner is warned of it. */
export type TakesEffect = {
  readonly direction: "up" | "down" | "none";
  readonly on: PlainDate;
  readonly warnOn: PlainDate | null;
};

/** The first day of the next period of a fiscal calendar, or the day itself where it is one. */
function periodFrom(day: PlainDate, at: Effect["at"], startMonth: number): PlainDate {
  if (at === "once") return day;
  const { from } = at === "year" || at === "half" ? fiscalYear(day, startMonth) : fiscalQuarter(day, startMonth);
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[at];
  let next = from;
  while (next < day) next = addMonths(next, months);
  return next;
}

function place(order: readonly FactValue[], answer: FactValue): number {
  const index = order.indexOf(answer);
  if (index < 0) throw new PolicyDefect(`${JSON.stringify(answer)} has no place in the order`);
  return index;
}

/**
 * When a new answer takes the place of the old one: after its days of grace, at the next period its hold names, and never before
 * the warning has had its time.
 */
export function takesEffect(
  hold: Hold,
  before: FactValue,
  after: FactValue,
  day: PlainDate,
  fiscalStartMonth: number,
): TakesEffect {
  const step = place(hold.order, after) - place(hold.order, before);
  if (step === 0) return { direction: "none", on: day, warnOn: null };
  const { at, after: grace = 0, warn } = step > 0 ? hold.up : hold.down;
  const on = periodFrom(addDays(day, Math.max(grace, warn ?? 0)), at, fiscalStartMonth);
  return { direction: step > 0 ? "up" : "down", on, warnOn: warn === undefined ? null : addDays(on, -warn) };
}

/** The deadline of each stage of a clock, one after the other from its start. */
export function stageDeadlines(
  stages: readonly ClockStage[],
  start: Date,
  calendar: BusinessCalendar,
): { readonly id: string; readonly due: Date }[] {
  let from = start;
  return stages.map(({ id, within, unit }) => {
    if (unit === "business_minutes") from = addBusinessMinutes(calendar, from, within);
    else if (unit === "business_days") from = addBusinessDays(calendar, from, within);
    else from = startOfDay(addDays(dayOf(from, calendar.zone), within + 1), calendar.zone);
    return { id, due: from };
  });
}
